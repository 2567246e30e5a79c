/** Points to the right, or down at what is open. */
export const Chevron = ({ down = false }: { readonly down?: boolean }) => (
  <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
    <path
      d={down ? 'M1.5 3L5 6.5 8.5 3' : 'M3 1.5L6.5 5 3 8.5'}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
    />
  </svg>
);
