// The look. Every colour, size and font is a custom property that a site can set (--zio-...), and falls back to the names
// that NL Design System themes use, then to a quiet look of its own. A constructable sheet needs no leave of a policy.

const css = `
:host {
	--_text: var(--zio-text-color, var(--utrecht-document-color, var(--ams-paragraph-color, var(--basis-color-default-color-document, #1b2530))));
	--_soft: var(--zio-soft-color, var(--basis-color-default-color-subtle, #4f5b68));
	--_page: var(--zio-background-color, var(--utrecht-document-background-color, var(--basis-color-default-bg-document, #fff)));
	--_tint: var(--zio-tint-color, var(--basis-color-default-bg-subtle, #f3f6f9));
	--_line: var(--zio-line-color, var(--utrecht-table-row-border-block-end-color, var(--basis-color-default-border-subtle, #d5dce3)));
	--_action: var(--zio-action-color,
		var(--nl-button-primary-background-color,
		var(--utrecht-button-primary-action-background-color,
		var(--ams-button-primary-background-color, #154f7c))));
	--_on-action: var(--zio-on-action-color, var(--nl-button-primary-color, var(--utrecht-button-primary-action-color, var(--ams-button-primary-color, #fff))));
	--_link: var(--zio-link-color, var(--nl-link-color, var(--utrecht-link-color, var(--ams-link-color, var(--_action)))));
	--_edge: var(--zio-input-border-color,
		var(--utrecht-textbox-border-color,
		var(--utrecht-form-control-border-color,
		var(--ams-text-input-border-color, #66727f))));
	--_focus: var(--zio-focus-color, var(--utrecht-focus-outline-color, var(--basis-focus-outline-color, #1b2530)));
	--_bad: var(--zio-error-color, var(--utrecht-form-field-error-message-color, var(--ams-error-message-color, #a6192e)));
	--_good: var(--zio-success-color, #1c6b3a);
	--_note: var(--zio-note-color, #fff6dc);
	--_radius: var(--zio-border-radius, var(--nl-button-border-radius, var(--utrecht-button-border-radius, 6px)));
	--_s0: var(--zio-chart-1, var(--_action));
	--_s1: var(--zio-chart-2, #d08a1d);
	--_s2: var(--zio-chart-3, #3c8d7a);
	--_s3: var(--zio-chart-4, #8a5a9e);
	--_s4: var(--zio-chart-5, #7a8691);
	display: block;
	container: zio / inline-size;
	color: var(--_text);
	font-family: var(--zio-font-family, var(--utrecht-document-font-family, var(--basis-text-font-family-default, var(--ams-typography-font-family, inherit))));
	font-size: var(--zio-font-size, inherit);
	line-height: 1.5;
	/* What a page says of its own texts stays outside. */
	font-style: normal; font-weight: 400; text-align: start; text-indent: 0; text-transform: none; letter-spacing: normal; word-spacing: normal;
	white-space: normal; word-break: normal; hyphens: auto; overflow-wrap: break-word; direction: ltr; visibility: visible; cursor: auto; columns: auto;
}
:host([hidden]) { display: none; }
*, ::before, ::after { box-sizing: border-box; }
h2, h3, h4, h5, h6, p, ul, ol, dl, dd, figure, fieldset, legend { margin: 0; padding: 0; border: 0; }
h2, h3, h4, h5, h6 {
	font-family: var(--zio-heading-font-family, var(--utrecht-heading-font-family, inherit));
	color: var(--zio-heading-color, var(--utrecht-heading-color, inherit));
	font-size: 1.375em; font-weight: 700; line-height: 1.25; text-wrap: balance;
}
a { color: var(--_link); text-underline-offset: .15em; }
input, select, textarea, button { font: inherit; color: inherit; letter-spacing: inherit; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.soft, .hint { color: var(--_soft); }
.soft { font-size: .9375em; }
.hint { font-size: .9375em; max-inline-size: 44em; }
.hint:empty, .error:empty { display: none; }
p { max-inline-size: 44em; }

.page { display: grid; grid-template-columns: minmax(0, 1fr); gap: 3em; background: var(--_page); }
form, form > * { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25em; }
form { gap: 3em; align-content: start; }
form > :empty, .page > :empty { display: none; }
.page > section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25em; }
@container zio (min-width: 68em) {
	.page:not(.choosing, .only-result) { grid-template-columns: minmax(0, 11fr) minmax(0, 13fr); gap: 3em 4em; align-items: start; }
	.page > .part-choose, .page > .part-answer, .page > .part-fold { grid-column: 1 / -1; }
}
.page.only-result > :is(form, .part-choose) { display: none; }
.page > .peek { display: block; position: sticky; inset-block-start: var(--zio-sticky-top, 0);
	block-size: 0; margin-block-end: -3em; z-index: 8; grid-column: 1 / -1; }
.peek > div { position: absolute; inset-inline: 0; visibility: hidden; padding: .6em 1em; cursor: pointer; background: var(--_page); color: var(--_text);
	font-weight: 600; border-block-end: 3px solid var(--_action); box-shadow: 0 .25em .75em rgb(0 0 0 / .12); }
.away > .peek > div { visibility: visible; }
:is(a, button, input, select, summary, textarea) { scroll-margin-block: 6em; } /* not under the sentence that stays in sight */
.step {
	display: inline-grid; place-items: center; inline-size: 1.75em; block-size: 1.75em; margin-inline-end: .6em;
	border-radius: 50%; background: var(--_tint); color: var(--_action); font-size: .8em; vertical-align: .1em;
}

.card { padding: 1.25em; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_page); }
.card.note { background: var(--_note); border-color: transparent; color: #1b2530; }
.card.bad { border: 2px solid var(--_bad); display: grid; gap: .75em; }
.card.bad:focus { outline: 3px solid var(--_focus); outline-offset: 2px; }
.card.empty { background: var(--_tint); border: 0; padding: 2.5em 1.5em; color: var(--_soft); text-align: center; }
.card.empty p { margin-inline: auto; }
.card ul { padding-inline-start: 1.25em; }
summary { cursor: pointer; font-weight: 600; padding-block: .25em; }
details[open] > summary { margin-block-end: .75em; }

.cards { list-style: none; display: grid; gap: .75em; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr)); }
.cards li { display: grid; }
.ways { display: grid; gap: .75em; justify-items: start; }
.ways > .fold { inline-size: 100%; margin: 0; border: 1px solid var(--_action); border-radius: var(--_radius); padding-inline: 1em; }
.button.way { border-color: var(--_action); color: var(--_link);
	inline-size: 100%; justify-content: start; text-align: start; font-size: 1.0625em; padding: .9em 2.1em; }
.ways > .fold > summary { font-size: 1.0625em; }
.pick { display: grid; gap: .35em; align-content: start; text-align: start; cursor: pointer; }
.pick span:not(.soft) { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
.pick strong { color: var(--_link); font-size: 1.0625em; }
.pick:hover { border-color: var(--_action); background: var(--_tint); }
.pick[aria-pressed=true] { border-color: var(--_action); box-shadow: inset 0 0 0 1px var(--_action); }
.chosen { display: grid; gap: .5em; padding-inline-start: 1em; border-inline-start: 4px solid var(--_action); }
.chosen strong { font-size: 1.125em; }

.button {
	display: inline-flex; align-items: center; justify-content: center; gap: .5em; min-block-size: 2.75em;
	padding: .5em 1.15em; border: 1px solid transparent; border-radius: var(--_radius); background: none;
	font-weight: 600; line-height: 1.25; cursor: pointer; justify-self: start; text-align: center;
}
.primary { background: var(--_action); color: var(--_on-action); padding-inline: 1.75em; font-size: 1.0625em; }
.primary:hover { box-shadow: inset 0 0 0 99em rgb(0 0 0 / .15); }
.secondary { border-color: var(--_action); color: var(--_link); background: var(--_page); }
.secondary:hover, .subtle:hover { background: var(--_tint); }
.subtle { color: var(--_link); text-decoration: underline; text-underline-offset: .2em; padding-inline: .5em; margin-inline-start: -.5em; }
.small { min-block-size: 2.25em; padding: .25em .75em; font-size: .9375em; }
.icon { min-block-size: 2.75em; inline-size: 2.75em; padding: 0; font-size: 1em; font-weight: 400; color: var(--_soft); }
.icon:hover { background: var(--_tint); color: var(--_bad); }
.buttons { display: flex; flex-wrap: wrap; gap: .75em; }
.part-actions { grid-auto-flow: row; justify-items: start; }
:focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }
[tabindex="-1"]:focus { outline: 0; }
input:focus-visible, select:focus-visible, textarea:focus-visible { outline-offset: 0; }

.field { display: grid; gap: .35em; justify-items: start; align-content: start; min-inline-size: 0; }
.fields, .group { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr)); gap: 1.25em 2em; align-items: end; min-inline-size: 0; }
.wide, .group, .more, .item, legend, .group > p, .fields > .button, .group > .button { grid-column: 1 / -1; }
label, legend { font-weight: 600; }
label .soft { font-weight: 400; }
input:where(:not([type=checkbox], [type=range], [type=file])), select, textarea {
	inline-size: 100%; max-inline-size: 24em; min-block-size: 2.75em; padding: .4em .75em; border: 1px solid var(--_edge);
	border-radius: min(var(--_radius), .5em); background: var(--zio-input-background-color, #fff);
	color: var(--zio-input-color, #1b2530);
}
select { contain: paint; text-overflow: ellipsis; }
input.number { max-inline-size: 11em; font-variant-numeric: tabular-nums; text-align: end; }
input.date { max-inline-size: 12em; }
textarea { max-inline-size: 40em; line-height: 1.4; }
.wide > :is(input, select) { max-inline-size: 40em; }
:disabled { opacity: .75; cursor: not-allowed; }
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

.scroll { position: relative; overflow-x: auto; overflow-wrap: break-word; }
.places { display: grid; gap: 1em; }
table { inline-size: 100%; border-collapse: collapse; }
caption { text-align: start; padding-block-end: .5em; color: var(--_soft); }
th, td { padding: .7em .75em; text-align: start; vertical-align: baseline; border-block-end: 1px solid var(--_line); }
th:first-child, td:first-child { padding-inline-start: 0; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead > tr > * { font-size: .9375em; color: var(--_soft); font-weight: 600; border-block-end-width: 2px; vertical-align: bottom; }
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
.edit .number { max-inline-size: 7em; margin-inline-start: auto; }
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
	position: relative; display: block; inline-size: fit-content; color: var(--_link); text-decoration: underline;
	text-underline-offset: .2em; padding-block: .15em; padding-inline-start: 1.1em;
}
.why::before { content: "▸"; position: absolute; inset-inline-start: 0; }
.why[aria-expanded=true]::before { transform: rotate(90deg); }

.because > td { padding: 0 0 1em; }
.steps { padding: 1.25em; background: var(--_tint); border-radius: var(--_radius); display: grid; gap: 1em; }

.part-result { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.75em; align-content: start; scroll-margin-block-start: 1em; }
.stale .answer, .stale .chart, .stale table { filter: grayscale(1); }
.stale .answer { border-inline-start-style: dashed; }
.bar { display: flex; flex-wrap: wrap; gap: 1em 2em; justify-content: space-between; align-items: end; }
.standpoint { min-inline-size: min(100%, 14em); }
.answer { display: grid; gap: .5em; padding: 1.5em; background: var(--_tint); border-radius: var(--_radius); border-inline-start: 5px solid var(--_action); }
.answer > :first-child { font-size: 1.3125em; line-height: 1.4; font-weight: 600; text-wrap: pretty; }
.answer > .bar { align-items: center; justify-content: start; }
.invented { display: flex; flex-wrap: wrap; gap: 0 1em; align-items: center; }
.invented p { padding: .25em .75em; background: var(--_note); color: #1b2530; border: 1px solid #8a6d1a; border-radius: var(--_radius); }
.jump { display: inline-block; padding-block: .6em; align-self: end; }
.comparing .share { display: none; }
.printed { display: none; }
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
.fold { border-block-end: 1px solid var(--_line); margin-block-start: -1em; }
.fold + .soft { margin-block-start: 0; }
.fold > summary { padding-block: .9em; color: var(--_link); list-style-position: outside; margin-inline-start: 1.1em; }
.fold > summary:hover span { text-decoration: underline; text-underline-offset: .2em; }
.card.intake { padding-block: 0; background: var(--_tint); border: 2px dashed transparent; }
.card.intake .fold { border: 0; margin: 0; }
.skeleton { display: grid; gap: .75em; }
.skeleton i {
	block-size: 4.5em; border-radius: var(--_radius);
	background: linear-gradient(90deg, var(--_tint) 25%, var(--_line) 50%, var(--_tint) 75%) 0 / 300% 100%;
	animation: zio-wait 2s linear infinite;
}
@keyframes zio-wait { from { background-position: 100% 0; } to { background-position: 0 0; } }

@container zio (max-width: 34em) {
	h2, h3, h4 { font-size: 1.25em; }
	.answer { padding: 1.1em; }
	.answer > :first-child { font-size: 1.125em; }
	.card { padding: 1em; }
	th, td { padding-inline: .3em; }
	.comparing { font-size: .8125em; }
	.comparing .before { display: none; }
	.comparing :is(th, td) { white-space: normal; }
	.scroll { font-size: .9375em; }
	.edit .number { max-inline-size: 5em; padding-inline: .4em; }
	.edit .amount { inline-size: 6.5em; }
	.tick { inline-size: 3.5em; }
	.tick:last-child:not(th) { inline-size: 2.75em; }
	.button.primary { inline-size: 100%; }
}
@container zio (max-width: 22em) {
	.comparing { font-size: .75em; }
	.comparing :is(th, td) { padding-inline: .15em; }
}
@media (prefers-reduced-motion: reduce) { * { animation: none !important; scroll-behavior: auto !important; } }
@media (forced-colors: active) {
	rect[class^=s] { fill: CanvasText; stroke: Canvas; }
	rect.s1, rect.s3 { fill: Highlight; }
	.track { fill: Canvas; stroke: GrayText; }
	svg text { fill: CanvasText; }
	.card, .answer, .steps, .pick, .button { border: 1px solid; }
	.subtle { margin: 0; }
	.button.sort { border: 0; }
	.legend i { forced-color-adjust: none; }
	.options li[aria-selected=true] { background: Highlight; color: HighlightText; }
}
@media print {
	.part-choose .button, .part-actions, .part-summary, .intake, .standpoint, .button:not(.sort),
	.fold.compare, .fold.sweep, .fold.save, .fold.dates, .fold.map:not([open]), .fold.flowPicture:not([open]),
	.sort::after, .why::before, .peek, .jump, .part-fold, .places .buttons, .tick:last-child {
		display: none !important;
	}
	.printed { display: block; }
	.page { display: block; font-size: .8125em; }
	.page > * { margin-block-end: 1em; }
	.page > form { display: none; }
	.page > .part-choose { display: block !important; }
	.chart { display: none; } /* it repeats the table */
	.part-result, form, form > *, .page > section { gap: .75em; }
	.answer { padding: .75em; }
	th, td { padding-block: .2em; }
	tfoot { display: table-row-group; } /* a foot stands at the end, not on every page */
	.fold { border: 0; margin: 0; }
	.fold > summary { list-style: none; color: inherit; }
	.answer, .track, .own > * { background: none; }
	tr, .answer, .chart g { break-inside: avoid; }
	input, select { border: 0 !important; padding: 0 !important; text-align: start !important; }
	input.number { max-inline-size: 6em; }
	.fields, .group { grid-template-columns: repeat(3, 1fr); }
	.why { color: inherit; text-decoration: none; }
	rect { print-color-adjust: exact; }
}
`;

let made;

/** The style sheet, made once for all calculators of a page; with more, it learns the looks of a part that came later. */
export function sheet(more = "") {
	made ??= new CSSStyleSheet();
	if (more || !made.cssRules.length) made.replaceSync(css + more);
	return made;
}
