// The looks of what unfolds later, and of errors.

export const css = `
.card.bad ul { padding-inline-start: 1.25em; display: grid; gap: .35em; }
.invalid { padding-inline-start: .9em; border-inline-start: 4px solid var(--_bad); }
.bare.invalid { padding-inline-start: .5em; }
[aria-invalid=true] { border-color: var(--_bad) !important; box-shadow: inset 0 0 0 1px var(--_bad); }
.item { padding: .5em 1em; border: 1px solid var(--_line); border-radius: var(--_radius); }
.item[open] { padding-block-end: 1em; }
.items { display: grid; gap: 1.25em; grid-column: 1 / -1; }
.item + .item { margin-block-start: -.75em; }
.item > summary { margin: 0; }
.options {
	position: absolute; z-index: 9; inset-inline: 0; inset-block-start: calc(100% + 2px); max-block-size: 17em;
	min-inline-size: 15em; overflow: auto; list-style: none; background: var(--_box); color: var(--_in-box);
	border: 1px solid var(--_edge); border-radius: min(var(--_radius), .5em); box-shadow: 0 .5em 1.5em rgb(0 0 0 / .15);
}
.options li { display: flex; justify-content: space-between; gap: 1em; padding: .6em .75em; cursor: pointer; }
.options .none { cursor: default; color: var(--_soft); }
.options li:not(.none):hover, .options li[aria-selected=true] { background: var(--_tint); }
.steps ol { padding-inline-start: 1.5em; display: grid; gap: .6em; }
.source { display: block; color: var(--_soft); font-size: .875em; }
.more { color: inherit; }
span.more { color: var(--_bad); }
span.less { color: var(--_good); }
.figures { display: flex; flex-wrap: wrap; gap: 1em 2.5em; margin-block: 1em; }
.figures dt { color: var(--_soft); font-size: .9375em; }
.figures dd { font-size: 1.125em; font-weight: 600; font-variant-numeric: tabular-nums; }
.fold > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1em; padding-block-end: 1.75em; justify-items: start; }
.fold > div > * { max-inline-size: 100%; }
.fold .scroll { inline-size: 100%; }
.fold ul { padding-inline-start: 1.25em; }
div.sweep, .shared { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75em; inline-size: 100%; justify-items: start; }
.shared input { max-inline-size: 40em; }
input[type=range] { inline-size: 100%; block-size: 2.75em; accent-color: var(--_action); margin: 0; }
.ends { display: flex; justify-content: space-between; inline-size: 100%; color: var(--_soft); margin-block-start: -.75em; font-size: .9375em; }
.ends.paid { margin: 0; }
.reading { font-weight: 600; font-variant-numeric: tabular-nums; }
div.sweep > div { inline-size: 100%; }
.curve { inline-size: 100%; block-size: 9em; overflow: hidden; }
.curve * { vector-effect: non-scaling-stroke; fill: none; stroke: var(--_line); }
.curve .area { fill: var(--_tint); stroke: none; }
.curve .line { stroke: var(--_action); stroke-width: 3; stroke-linejoin: round; }
.curve .here { stroke: var(--_text); stroke-width: 2; stroke-dasharray: 4 4; }
@media (forced-colors: active) {
	.curve .line, .curve .here, .curve .axis { stroke: CanvasText; }
	.curve .area { fill: none; }
}
.error .buttons { margin-block: .5em; }
.report { display: grid; gap: .75em; justify-items: start; }
.report[hidden] { display: none; }
.schools { display: grid; gap: .35em; }
progress { inline-size: min(100%, 30em); block-size: .75em; accent-color: var(--_action); }
.intake label { margin-block-start: .5em; }
.intake .hint { margin-block-start: -.75em; }
.map svg { inline-size: 100%; block-size: auto; overflow: hidden; max-block-size: 34em; }
.map { inline-size: 100%; display: grid; gap: .75em; justify-items: start; }
.map path { stroke: var(--_page); stroke-width: 1; vector-effect: non-scaling-stroke; }
path.land { fill: var(--_tint); stroke: var(--_line); }
path[class^=shade] { fill: var(--_action); cursor: pointer; }
.legend i[class^=shade] { background: var(--_action); }
.shade0 { fill-opacity: .16; opacity: 1; } .shade1 { fill-opacity: .35; } .shade2 { fill-opacity: .55; } .shade3 { fill-opacity: .77; }
i.shade0 { opacity: .16; } i.shade1 { opacity: .35; } i.shade2 { opacity: .55; } i.shade3 { opacity: .77; }
.map path.mine { fill: none; stroke: var(--_text); stroke-width: 3; pointer-events: none; }
.map .name { font-weight: 600; font-size: 16px; paint-order: stroke; stroke: var(--_page); stroke-width: 4px; pointer-events: none; }
.small-numbers { display: grid; gap: .6em; justify-items: start; padding: 0; border: 0; margin: 0; }
.choice { display: flex; gap: .75em; align-items: center; min-block-size: 44px; font-weight: 400; }
.choice input[type=radio] { flex: none; inline-size: 1.5em; block-size: 1.5em; min-block-size: 0; padding: 0; margin: 0; accent-color: var(--_action); }
.title, .fold figure { min-inline-size: 0; max-inline-size: 100%; overflow-wrap: anywhere; }
.title { margin-block-end: .25em; }
.title .soft { display: block; font-size: .9375em; }
.map.narrow .name { font-size: 26px; stroke-width: 6px; }
.flows { min-inline-size: 40em; inline-size: 100%; block-size: auto; }
.flows text { font-size: 14px; paint-order: stroke; stroke: var(--_page); stroke-width: 4px; }
.band { fill: none; stroke: var(--_action); stroke-opacity: .22; }
.band.own, .band:hover { stroke-opacity: .6; }
@media (forced-colors: active) {
	.map path { stroke: CanvasText; }
	path[class^=shade] { fill: Highlight; }
	path.land { fill: Canvas; }
	.legend i[class^=shade] { background: Highlight; forced-color-adjust: none; }
	.band { stroke: CanvasText; }
}
.keysBox { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1em; inline-size: 100%; justify-items: start; }
.fold tbody th { position: sticky; inset-inline-start: 0; }
.fold tbody tr:not(.own) > th { background: var(--_page); }
.keyDots { inline-size: 100%; block-size: auto; }
.keyDots text { font-size: 14px; }
.keyDots .grid { stroke: var(--_line); stroke-width: 1; }
.keyDots .span { stroke: var(--_soft); stroke-width: 3; }
.keyDots .figure { fill: var(--_soft); }
.dot { fill: var(--_s0); stroke: var(--_page); stroke-width: 1.5; }
.dot.now { fill: none; stroke: var(--_s0); stroke-width: 4; }
.dot.s1 { fill: var(--_s1); } .dot.s2 { fill: var(--_s2); } .dot.s3 { fill: var(--_s3); } .dot.s4 { fill: var(--_s4); }
.laws thead .amount, .keysBox thead .amount { white-space: normal; }
.keysBox thead .amount { min-inline-size: 6.5em; }
.laws .stream th { font-weight: 600; padding-block-start: 1em; }
.laws .sum > * { font-weight: 600; border-block-end-width: 2px; }
.keysLegend li { display: flex; gap: .4em; align-items: center; }
@media (forced-colors: active) {
	.dot { fill: CanvasText; stroke: Canvas; }
	.dot.now { fill: none; stroke: Highlight; }
	.keyDots :is(.grid, .span) { stroke: GrayText; }
}
.card.intake.over { border-color: var(--_action); }
`;
