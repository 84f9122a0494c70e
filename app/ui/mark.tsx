/** The mark of İcma: one cell of the lattice. Decorative, the name stands beside it. `size` in pixels. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path fill="#F3ECE1" d="M0 0h40v40H0z" />
      <path fill="#0B5C6B" d="M0 0h12L0 12zM40 0H28l12 12zM0 40h12L0 28zM40 40H28l12-12z" />
      <path
        fill="#E3A008"
        d="m24.6 15.4 6.6-12.6 6 6zM24.6 24.6l6.6 12.6 6-6zM15.4 24.6 8.8 37.2l-6-6zM15.4 15.4 8.8 2.8l-6 6z"
      />
      <path
        fill="none"
        stroke="#5B3D22"
        strokeWidth="1.4"
        d="m31.2 2.8-6.6 12.6 12.6-6.6M31.2 37.2l-6.6-12.6 12.6 6.6M8.8 37.2l6.6-12.6-12.6 6.6M8.8 2.8l6.6 12.6L2.8 8.8M28 0l12 12M40 28 28 40M0 28l12 12M0 12 12 0"
      />
      <path
        fill="#9B1B3B"
        stroke="#5B3D22"
        strokeWidth="1.4"
        d="m20 0 4.6 15.4L40 20l-15.4 4.6L20 40l-4.6-15.4L0 20l15.4-4.6z"
      />
    </svg>
  );
}
