/** The style of the drawing of the network, alone or in a page, where it is scoped to the drawing. */
export const svgStyle = `svg { color-scheme: light dark; --page: #fff; --ink: #1f2328; --soft: #59636e; --band: #f3f5f8; --band2: #e9edf2; --edge: #c4ccd6; --box: #fff; --normal: #8a94a0; --specific: #1a7f37; --sanitised: #0969da; --unconfirmed: #9a6700; --bad: #cf222e; --bad-box: #ffebe9; --on-bad: #fff; }
@media screen and (prefers-color-scheme: dark) { svg { --page: #0d1117; --ink: #e6edf3; --soft: #9aa4af; --band: #151b23; --band2: #1e2630; --edge: #3d4752; --box: #0d1117; --normal: #76818d; --specific: #3fb950; --sanitised: #58a6ff; --unconfirmed: #d29922; --bad: #ff6a63; --bad-box: #3b1517; --on-bad: #0d1117; } }
text { font-family: "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, system-ui, sans-serif; font-size: 12px; fill: var(--ink); }
.head { font-size: 17px; font-weight: 700; }
.sub, .count, .none { fill: var(--soft); font-size: 11px; }
.page { fill: var(--page); }
.band { fill: var(--band); }
.strip { fill: var(--band2); }
.name { font-weight: 700; font-size: 13px; }
.box rect { fill: var(--box); stroke: var(--edge); }
.box text, .badge text { text-anchor: middle; }
.box .inner { fill: none; }
.folded rect { stroke-dasharray: 4 3; }
.box.offending rect { fill: var(--bad-box); stroke: var(--bad); stroke-width: 2.2; }
.box.offending .inner { fill: none; stroke-width: 1; }
.line { fill: none; stroke-width: 1.4; stroke-linejoin: round; }
.halo { fill: none; stroke: var(--band); stroke-width: 4.5; }
.halo.offending { stroke-width: 7; }
.line.normal { stroke: var(--normal); }
.line.specific { stroke: var(--specific); }
.line.sanitised { stroke: var(--sanitised); stroke-width: 1.8; }
.line.unconfirmed { stroke: var(--unconfirmed); stroke-dasharray: 6 4; }
.line.offending { stroke: var(--bad); stroke-width: 3; stroke-dasharray: none; }
marker.normal { fill: var(--normal); }
marker.specific { fill: var(--specific); }
marker.sanitised { fill: var(--sanitised); }
marker.unconfirmed { fill: var(--unconfirmed); }
marker.offending { fill: var(--bad); }
.badge rect { fill: var(--bad); }
.badge text { fill: var(--on-bad); font-size: 11px; font-weight: 700; }
.many rect { fill: var(--band2); stroke: var(--edge); }
.many text { fill: var(--ink); font-size: 10.5px; font-weight: 400; }`;
