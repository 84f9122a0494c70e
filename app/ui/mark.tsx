/** The mark of İcma: one cell of the lattice. Decorative, the name stands beside it. `size` in pixels. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <rect width="44" height="44" rx="9" fill="#F3ECE1" />
      <path d="M5 5 18 18M39 5 26 18M5 39 18 26M39 39 26 26" stroke="#5B3D22" strokeWidth="2.6" />
      <path
        d="M22 3 26.6 17.4 41 22 26.6 26.6 22 41 17.4 26.6 3 22 17.4 17.4Z"
        fill="#9B1B3B"
        stroke="#5B3D22"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
    </svg>
  );
}
