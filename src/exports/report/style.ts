/** On paper as on a screen: one column, black on white, nothing cut in two. */
export const STYLE = `
:root { color-scheme: light; }
body { max-width: 760px; margin: 32px auto; padding: 0 20px; color: #1c1f22; font: 14px/1.5 system-ui, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif; }
h1 { margin: 0; font-size: 24px; }
h2 { margin: 26px 0 6px; font-size: 16px; border-bottom: 1px solid #cfcabf; }
p { margin: 4px 0; }
.soft { color: #5d6066; font-size: 12.5px; }
img, svg { max-width: 100%; height: auto; }
ul { margin: 4px 0; padding-left: 20px; }
table { width: 100%; border-collapse: collapse; font-size: 13px; }
th, td { padding: 3px 10px 3px 0; border-bottom: 1px solid #e5e1d8; text-align: left; font-weight: 400; vertical-align: top; }
thead th { color: #5d6066; font-size: 12px; }
code { font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
details summary { cursor: pointer; }
.d { color: #0a7178; } .g { color: #c2410c; }
@media print { body { margin: 0; max-width: none; } section, tr { break-inside: avoid; } a { color: inherit; } }
`;
