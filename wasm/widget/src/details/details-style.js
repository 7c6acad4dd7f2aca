// The looks of the form and the result, and of paper.

export const css = `
.hint { color: var(--_soft); font-size: .9375em; max-inline-size: 44em; }
.ways > :last-child { margin-block-start: 1em; }
:is(.ways, .fold > div) > :is(h3, h4, h5, h6) { font-size: 1.125em; }
.primary { background: var(--_action); color: var(--_on-action); padding-inline: 1.75em; font-size: 1.0625em; }
.primary:hover { box-shadow: inset 0 0 0 99em rgb(0 0 0 / .15); }
.subtle:hover { background: var(--_tint); }
.subtle { color: var(--_link); text-decoration: underline; text-underline-offset: .2em; padding-inline: .5em; margin-inline-start: -.5em; }
.small { min-block-size: 2.25em; padding: .25em .75em; font-size: .9375em; }
.part-result { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.75em; align-content: start; scroll-margin-block-start: 1em; }
.stale .answer { border-inline-start-style: dashed; }
.printed { display: none; }
.fold + .soft { margin-block-start: 0; }
:disabled { opacity: .75; cursor: not-allowed; }
:is(a, button, input, select, summary, textarea) { scroll-margin-block: 6em; } /* not under the sentence that stays in sight */
.card.bad:focus { outline: 3px solid var(--_focus); outline-offset: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: .75em; }
.button[hidden] { display: none; }
.card.empty { background: var(--_tint); border: 0; padding: 2.5em 1.5em; color: var(--_soft); text-align: center; }
.card.empty p { margin-inline: auto; }
.card ul { padding-inline-start: 1.25em; }
.icon { min-block-size: 2.75em; inline-size: 2.75em; padding: 0; font-size: 1em; font-weight: 400; color: var(--_soft); }
.icon:hover { background: var(--_tint); color: var(--_bad); }
.part-actions { grid-auto-flow: row; justify-items: start; }
.fields, .group { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr)); gap: 1.25em 2em; align-items: end; min-inline-size: 0; }
.wide, .group, .more, .item, legend, .group > p, .fields > .button, .group > .button { grid-column: 1 / -1; }
label .soft { font-weight: 400; }
input.number { max-inline-size: 11em; font-variant-numeric: tabular-nums; text-align: end; }
input.date { max-inline-size: 12em; }
textarea { max-inline-size: 40em; line-height: 1.4; }
.wide > :is(input, select) { max-inline-size: 40em; }
.unit { display: flex; align-items: center; gap: .6em; inline-size: 100%; }
.unit span { color: var(--_soft); white-space: nowrap; }
.error { color: var(--_bad); font-weight: 600; }
.check { grid-template-columns: auto 1fr; column-gap: .75em; align-items: start; }
.check > p { grid-column: 2; }
.check label { font-weight: 400; padding-block: .1em; }
input[type=checkbox] { inline-size: 1.5em; block-size: 1.5em; margin: 0; accent-color: var(--_action); }
.group > legend { font-size: 1.0625em; margin-block-end: .6em; }
.group .group > legend { font-size: 1em; color: var(--_soft); }

.combo { position: relative; inline-size: 100%; max-inline-size: 24em; }

/* What goes on beyond an edge throws a shadow there. */
.scroll {
	position: relative; overflow-x: auto; overflow-wrap: break-word;
	background:
		linear-gradient(90deg, var(--_page) 40%, transparent) 0 / 2.5em 100% no-repeat local,
		linear-gradient(270deg, var(--_page) 40%, transparent) 100% / 2.5em 100% no-repeat local,
		linear-gradient(90deg, var(--_edge), transparent) 0 / .6em 100% no-repeat,
		linear-gradient(270deg, var(--_edge), transparent) 100% / .6em 100% no-repeat;
}
.pick { overflow-wrap: anywhere; }
label.check { display: flex; gap: .75em; align-items: center; }
.size {
	display: block; block-size: .375em; max-inline-size: 24em; margin-block-start: .3em;
	background: linear-gradient(var(--_s0) 0 0) 0 / 0 no-repeat; print-color-adjust: exact;
}
caption strong { display: block; color: var(--_text); }
td > .hint { display: block; }
.places { display: grid; gap: 1em; }
table { inline-size: 100%; border-collapse: collapse; }
caption { text-align: start; padding-block-end: .5em; color: var(--_soft); }
th, td { padding: .7em .75em; text-align: start; vertical-align: baseline; border-block-end: 1px solid var(--_line); }
th:first-child, td:first-child { padding-inline-start: 0; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead > tr > * { font-size: .9375em; color: var(--_soft); font-weight: 600; border-block-end-width: 2px; vertical-align: bottom; }
/* Columns that ask nothing of their cells: hundreds of rows are laid out at once. */
.long { table-layout: fixed; }
/* What is out of sight is not laid out. */
.rows { content-visibility: auto; contain-intrinsic-size: auto 100vh; }
.long .amount { inline-size: 9.5em; }
.long .share { inline-size: 4.25em; }
.amount { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody th { font-weight: 400; }
tfoot th, tfoot td { border: 0; padding-block: .5em; }
tfoot tr:first-child > * { border-block-start: 2px solid var(--_line); }
.total > * { font-weight: 700; }
.gap .hint { display: block; font-weight: 400; }
.own > * { background: var(--_tint); font-weight: 600; }
.own > th { box-shadow: inset 4px 0 var(--_action); padding-inline-start: .75em; }
.edit { table-layout: fixed; }
.edit th, .edit td { padding-block: .4em; vertical-align: middle; overflow-wrap: anywhere; }
.edit .amount { inline-size: 8.5em; white-space: normal; }
/* A box that asks nothing of what is around it: a digit is laid out without the table. */
.edit .number { display: block; contain: strict; block-size: 2.75em; max-inline-size: 7em; margin-inline-start: auto; }
.edit .bare { display: block; }
.edit .field { justify-items: stretch; }
.split { display: flex; flex-wrap: wrap; gap: .5em 1.5em; align-items: center; justify-content: space-between; }
.split > span { flex: 1 1 12em; }
.edit thead th { overflow-wrap: normal; }
.tick { text-align: center; inline-size: 4.25em; }
.tick:last-child:not(th) { inline-size: 3em; padding-inline: 0; }
.edit thead th { padding-block: .25em .5em; }
.edit caption { font-weight: 600; color: inherit; }
.sort, .why { all: unset; cursor: pointer; border-radius: 2px; }
.sort:focus-visible, .why:focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }
.sort::after { content: " ↕"; opacity: .5; }
[aria-sort=ascending] .sort::after { content: " ↑"; opacity: 1; }
[aria-sort=descending] .sort::after { content: " ↓"; opacity: 1; }
.why {
	display: block; inline-size: fit-content; color: var(--_link); text-decoration: underline;
	text-underline-offset: .2em; padding-block: .15em; padding-inline-start: 1.1em;
}
.why::before { content: "▸"; display: inline-block; inline-size: 1.1em; margin-inline-start: -1.1em; }
.why[aria-expanded=true]::before { content: "▾"; }

.because > td { padding: 0 0 1em; }
.steps { padding: 1.25em; background: var(--_tint); border-radius: var(--_radius); display: grid; gap: 1em; }
.stale .said { filter: grayscale(1); }
.comparing .share { display: none; }
.good::before { content: "✓ "; color: var(--_good); font-weight: 700; }
.chart figcaption { font-weight: 600; margin-block-end: .75em; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .35em 1.25em; margin-block-end: .75em; font-size: .9375em; }
.legend i {
	display: inline-block; inline-size: .9em; block-size: .9em; margin-inline-end: .5em; border-radius: 2px;
	background: var(--_s0); vertical-align: -.05em;
}
svg { display: block; overflow: visible; }
svg text { fill: var(--_text); font-size: .9375em; }
svg .figure { font-variant-numeric: tabular-nums; }
svg .own text { font-weight: 700; }
.track { fill: var(--_tint); }
rect.open { fill: none; stroke: var(--_bad); stroke-dasharray: 3 3; }
rect.s0 { fill: var(--_s0); } rect.s1 { fill: var(--_s1); } rect.s2 { fill: var(--_s2); } rect.s3 { fill: var(--_s3); } rect.s4 { fill: var(--_s4); }
.legend .s1 { background: var(--_s1); } .legend .s2 { background: var(--_s2); } .legend .s3 { background: var(--_s3); } .legend .s4 { background: var(--_s4); }
.card.intake { padding-block: 0; background: var(--_tint); border: 2px dashed transparent; }
.card.intake .fold { border: 0; margin: 0; }

@container zio (max-width: 34em) {
	th, td { padding-inline: .3em; }
	.comparing { font-size: .8125em; }
	.comparing .before { display: none; }
	.comparing :is(th, td) { white-space: normal; }
	.scroll { font-size: .9375em; }
	.long .amount { inline-size: 8.5em; }
	.long .share { inline-size: 4em; }
	.edit .number { max-inline-size: 5em; padding-inline: .4em; }
	.edit .amount { inline-size: 6.5em; }
	.tick { inline-size: 3.5em; }
	.tick:last-child:not(th) { inline-size: 2.75em; }
	.button.primary { inline-size: 100%; }
	/* A finger needs 44 pixels. */
	.why, .sort { padding-block: .85em; box-sizing: border-box; min-block-size: 44px; }
	.part-result .why { padding-block: 1.1em .6em; }
	thead > tr > * { vertical-align: middle; }
	.sort { display: inline-block; }
	.small { min-block-size: 3em; }
	.tick > label { display: grid; place-items: center; min-block-size: 2.75em; }
	.check > label, .more > summary, .item > summary, .card > summary { padding-block: .65em; }
	.check > input { margin-block: .6em; }
	input[type=file] { min-block-size: 2.75em; padding-block: .6em; }
}
@container zio (max-width: 22em) {
	.edit { font-size: .875em; }
	.edit :is(.number, .icon, .tick > label) { min-block-size: 3.15em; }
	.edit .amount { inline-size: 5.75em; }
	.tick, .tick:last-child:not(th) { inline-size: 3.15em; }
	.edit thead .tick { padding-inline-end: 0; }
	.scroll { font-size: .8125em; }
	.long .amount { inline-size: 8em; }
	.comparing { font-size: .75em; }
	.comparing :is(th, td) { padding-inline: .15em; }
}
@media (forced-colors: active) {
	rect[class^=s] { fill: CanvasText; stroke: Canvas; }
	rect.s1, rect.s3 { fill: Highlight; }
	.track { fill: Canvas; stroke: GrayText; }
	.size { background-image: linear-gradient(CanvasText 0 0); forced-color-adjust: none; }
	svg text { fill: CanvasText; }
	.steps { border: 1px solid; }
	.button.sort { border: 0; }
	.subtle { margin: 0; }
	.legend i { forced-color-adjust: none; }
	.options li[aria-selected=true] { background: Highlight; color: HighlightText; }
}
@media print {
	:host { color-scheme: light; }
	.part-choose .button, .part-actions, .part-summary, .intake, .standpoint, .button:not(.sort),
	.fold:is(.compare, .sweep, .save, .dates), .fold:is(.map, .flowPicture, .keys, .onePage, .sites, .amounts):not([open]),
	.keysBox .buttons, .screen,
	.sort::after, .why::before, .peek, .jump, .part-fold, .places .buttons, .tick:last-child {
		display: none !important;
	}
	.printed { display: block; }
	.page { display: block; font-size: .75em; line-height: 1.35; }
	.page > * { margin-block-end: 1em; }
	p { max-inline-size: none; }
	h2, h3, h4 { font-size: 1.125em; }
	.step { display: none; }
	.page > form { display: none; }
	.page > .part-choose { display: block !important; }
	.chart { display: none; } /* it repeats the table */
	.part-result, form, form > *, .page > section { gap: .75em; }
	.answer { padding: .5em .75em; gap: .35em; }
	.invented p { padding-block: 0; }
	.chosen { gap: .25em; }
	th, td, caption { padding-block: .15em; }
	.transfers .scroll { columns: 2; column-gap: 2.5em; overflow: visible; }
	tfoot { display: table-row-group; } /* a foot stands at the end, not on every page */
	.fold { border: 0; margin: 0; }
	.page .fold > div { padding: 0; gap: .25em; }
	.fold > summary { list-style: none; color: inherit; padding: 0; margin: 0 0 .25em; }
	.printed ul { padding-inline-start: 1.25em; }
	.answer, .track, .own > * { background: none; }
	tr, .answer, .chart g { break-inside: avoid; }
	input, select { border: 0 !important; padding: 0 !important; text-align: start !important; }
	input.number { max-inline-size: 6em; }
	.fields, .group { grid-template-columns: repeat(3, 1fr); }
	.why { color: inherit; text-decoration: none; padding: 0; }
	rect { print-color-adjust: exact; }
}
`;
