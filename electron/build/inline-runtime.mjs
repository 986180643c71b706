/**
 * Puts the bundler's runtime, of a few hundred characters, into the files that use it: as a file of its own, which no group can
 * take in, each start would ask the engine for it.
 * @returns {import('vite').Plugin}
 */
export function inlineRuntime() {
  return {
    name: 'inline-runtime',
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const runtime = Object.values(bundle).find((output) => output.type === 'chunk' && output.name === 'rolldown-runtime');
        if (runtime?.type !== 'chunk') return;
        const [, body, exported] = /^([\s\S]*)export\s*\{([^}]*)\};?\s*$/u.exec(runtime.code) ?? [];
        if (body === undefined || exported === undefined) this.error(`cannot read ${runtime.fileName}`);
        const given = exported.replaceAll(/(\w+) as (\w+)/gu, '$2:$1');
        const name = runtime.fileName.slice(runtime.fileName.lastIndexOf('/') + 1);
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk' || output === runtime) continue;
          output.imports = output.imports.filter((file) => file !== runtime.fileName);
          output.code = output.code.replace(new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*["'\`]\\./${name.replaceAll('.', '\\.')}["'\`];?`, 'u'), (_whole, /** @type {string} */ taken) => `const{${taken.replaceAll(/(\w+) as (\w+)/gu, '$1:$2')}}=(()=>{${body}return{${given}}})();`);
        }
        delete bundle[runtime.fileName];
      },
    },
  };
}
