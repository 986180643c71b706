/** Pairs "traditional simplified", parted by `|`; where several simplified forms are possible, all follow, the usual one first. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
