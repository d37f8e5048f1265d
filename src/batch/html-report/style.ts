/** The look of the report: both colour schemes, narrow screens, right-to-left text, print. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2024; --soft: #5b6570; --paper: #fff; --panel: #f5f6f8; --line: #d5d9de;
  --bar: #3567b5; --converted: #23794a; --skipped: #8a6100; --failed: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7e9ec; --soft: #a4adb7; --paper: #15181c; --panel: #1f242a;
  --line: #3a424b; --bar: #7ba6ea; --converted: #62c48d; --skipped: #e0b04a; --failed: #ff8a80; } }
* { box-sizing: border-box; } [hidden] { display: none !important; }
body { margin: 0 auto; max-width: 84rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.25rem; margin: 2rem 0 .75rem; } h3 { font-size: 1rem; margin: 0; }
.note { color: var(--soft); margin: 0 0 .5rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1rem 0 0; }
dl > div { background: var(--panel); border-radius: .5rem; padding: .6rem .8rem; }
dt { color: var(--soft); font-size: .875rem; } dd { margin: 0; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
dd small { font-size: .875rem; color: var(--soft); }
.converted { color: var(--converted); fill: var(--converted); } .skipped { color: var(--skipped); fill: var(--skipped); }
.failed { color: var(--failed); fill: var(--failed); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1rem; align-items: start; }
figure { margin: 0; background: var(--panel); border-radius: .5rem; padding: 1rem; }
svg { display: block; width: 100%; height: auto; font-size: 13px; } svg text { fill: var(--ink); } svg .tick { fill: var(--soft); font-size: 12px; }
svg line { stroke: var(--line); } .bar { fill: var(--bar); } .bar.converted { fill: var(--converted); }
.bar.skipped { fill: var(--skipped); } .bar.failed { fill: var(--failed); }
details { margin-top: .5rem; } summary { cursor: pointer; color: var(--soft); } caption { text-align: start; color: var(--soft); padding: .25rem 0; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; margin-bottom: .75rem; }
.filters label { display: grid; max-width: 100%; font-size: .875rem; color: var(--soft); }
input, select { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: .35rem; padding: .35rem .5rem; }
input { width: 100%; max-width: 20rem; }
:focus-visible { outline: 3px solid var(--bar); outline-offset: 2px; }
.scroll { overflow: auto; max-height: 80vh; border: 1px solid var(--line); border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
.scroll thead th { position: sticky; top: 0; background: var(--panel); white-space: nowrap; padding: 0; }
thead button { font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: .45rem .6rem; cursor: pointer; width: 100%; text-align: start; }
[aria-sort="ascending"] button::after { content: " ▲"; } [aria-sort="descending"] button::after { content: " ▼"; }
th[scope="row"] { font-weight: 400; }
#rows { table-layout: fixed; min-width: 78rem; } #rows td, #rows tbody th { overflow-wrap: anywhere; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .number button { text-align: end; }
#rows .status { font-weight: 600; white-space: nowrap; } a { color: var(--bar); } .id a { font-size: .8125rem; }
footer { margin-top: 2rem; color: var(--soft); font-size: .875rem; }
@media print { .filters, details { display: none; } .scroll { max-height: none; overflow: visible; border: 0; } body { max-width: none; } }
`;
