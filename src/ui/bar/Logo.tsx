/** The two networks, each looking at the other. The same drawing is the favicon. */
export const Logo = () => (
  <svg width="26" height="18" viewBox="0 0 26 18" aria-hidden="true">
    <circle cx="9" cy="9" r="8" fill="var(--g)" />
    <circle cx="17" cy="9" r="7" fill="none" stroke="var(--d)" strokeWidth="2.2" />
  </svg>
);
