/** A crystal of the mineral that the product is called after. Its colours are the mineral's, by day and by night. */
export function CrystalMark() {
  return (
    <svg width="44" height="48" viewBox="0 0 44 48" aria-hidden="true">
      <g stroke="var(--bg-sidebar)" strokeWidth="1" strokeLinejoin="round">
        <path fill="#D9974A" d="M20 1 38 12 25 18z" />
        <path fill="#B9752F" d="M20 1 25 18 6 14z" />
        <path fill="#8C4D13" d="M6 14 25 18 20 35 4 32z" />
        <path fill="#A9642A" d="M38 12 42 31 20 35 25 18z" />
        <path fill="#6E3A0B" d="M4 32 20 35 22 47z" />
        <path fill="#7D430F" d="M20 35 42 31 22 47z" />
      </g>
    </svg>
  );
}
