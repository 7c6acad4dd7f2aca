// The look. Every colour, size and font is a custom property that a site can set (--zio-...), and falls back to the names
// that NL Design System themes use, then to a quiet look of its own: light or dark, as the color-scheme of the page is. A
// constructable sheet needs no leave of a policy.

const css = `
:host {
	--_text: var(--zio-text-color, var(--utrecht-document-color, var(--ams-paragraph-color, var(--basis-color-default-color-document,
		light-dark(#1b2530, #e6ebf0)))));
	--_soft: var(--zio-soft-color, var(--basis-color-default-color-subtle, light-dark(#4f5b68, #b3bdc7)));
	--_page: var(--zio-background-color, var(--utrecht-document-background-color, var(--basis-color-default-bg-document, light-dark(#fff, #14191f))));
	--_tint: var(--zio-tint-color, var(--basis-color-default-bg-subtle, light-dark(#f3f6f9, #202830)));
	--_line: var(--zio-line-color, var(--utrecht-table-row-border-block-end-color, var(--basis-color-default-border-subtle, light-dark(#d5dce3, #414c57))));
	--_action: var(--zio-action-color,
		var(--nl-button-primary-background-color,
		var(--utrecht-button-primary-action-background-color,
		var(--ams-button-primary-background-color, light-dark(#154f7c, #8ec5f2)))));
	--_on-action: var(--zio-on-action-color, var(--nl-button-primary-color, var(--utrecht-button-primary-action-color, var(--ams-button-primary-color,
		light-dark(#fff, #0c1a26)))));
	--_link: var(--zio-link-color, var(--nl-link-color, var(--utrecht-link-color, var(--ams-link-color, var(--_action)))));
	--_edge: var(--zio-input-border-color,
		var(--utrecht-textbox-border-color,
		var(--utrecht-form-control-border-color,
		var(--ams-text-input-border-color, light-dark(#66727f, #8d99a5)))));
	--_focus: var(--zio-focus-color, var(--utrecht-focus-outline-color, var(--basis-focus-outline-color, light-dark(#1b2530, #fff))));
	--_bad: var(--zio-error-color, var(--utrecht-form-field-error-message-color, var(--ams-error-message-color, light-dark(#a6192e, #ff9aa5))));
	--_good: var(--zio-success-color, light-dark(#1c6b3a, #7fd3a0));
	--_note: var(--zio-note-color, light-dark(#fff6dc, #3d3310));
	--_on-note: light-dark(#1b2530, #fff3cf);
	--_box: var(--zio-input-background-color, light-dark(#fff, #0d1116));
	--_in-box: var(--zio-input-color, light-dark(#1b2530, #e6ebf0));
	--_radius: var(--zio-border-radius, var(--nl-button-border-radius, var(--utrecht-button-border-radius, 6px)));
	--_s0: var(--zio-chart-1, var(--_action));
	--_s1: var(--zio-chart-2, light-dark(#d08a1d, #e0a040));
	--_s2: var(--zio-chart-3, light-dark(#3c8d7a, #5fb8a3));
	--_s3: var(--zio-chart-4, light-dark(#8a5a9e, #b78acb));
	--_s4: var(--zio-chart-5, light-dark(#7a8691, #98a5b0));
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
.soft { color: var(--_soft); }
.soft { font-size: .9375em; }
p { max-inline-size: 44em; }

.page { display: grid; grid-template-columns: minmax(0, 1fr); gap: 3em; background: var(--_page); }
form, form > * { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25em; }
form { gap: 3em; align-content: start; }
form > [hidden], .page > [hidden] { display: none; }
.page > section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25em; }
@container zio (min-width: 68em) {
	.page:not(.choosing, .only-result) { grid-template-columns: minmax(0, 11fr) minmax(0, 13fr); gap: 3em 4em; align-items: start; }
	.page > .part-choose, .page > .part-answer, .page > .part-fold { grid-column: 1 / -1; }
}
.page.only-result:not(.failed) > :is(form, .part-choose:not(:has(.note))), .only-result > .part-choose > :not(.note) { display: none; }
.page > .peek { display: block; position: sticky; inset-block-start: var(--zio-sticky-top, 0);
	block-size: 0; margin-block-end: -3em; z-index: 8; grid-column: 1 / -1; }
.peek > div { position: absolute; inset-inline: 0; visibility: hidden; padding: .6em 1em; cursor: pointer; background: var(--_page); color: var(--_text);
	font-weight: 600; border-block-end: 3px solid var(--_action); box-shadow: 0 .25em .75em rgb(0 0 0 / .12); }
.away > .peek > div { visibility: visible; }
.step {
	display: inline-grid; place-items: center; inline-size: 1.75em; block-size: 1.75em; margin-inline-end: .6em;
	border-radius: 50%; background: var(--_tint); color: var(--_action); font-size: .8em; vertical-align: .1em;
}

.card { padding: 1.25em; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_page); }
.card.note { background: var(--_note); border-color: transparent; color: var(--_on-note); }
.card.bad { border: 2px solid var(--_bad); display: grid; gap: .75em; }
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
.secondary { border-color: var(--_action); color: var(--_link); background: var(--_page); }
.secondary:hover { background: var(--_tint); }
:focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }
[tabindex="-1"]:focus { outline: 0; }
input:focus-visible, select:focus-visible, textarea:focus-visible { outline-offset: 0; }

.field { display: grid; gap: .35em; justify-items: start; align-content: start; min-inline-size: 0; }
label, legend { font-weight: 600; }
input:where(:not([type=checkbox], [type=range], [type=file])), select, textarea {
	inline-size: 100%; max-inline-size: 24em; min-block-size: 2.75em; padding: .4em .75em; border: 1px solid var(--_edge);
	border-radius: min(var(--_radius), .5em); background: var(--_box); color: var(--_in-box);
}
select { contain: paint; text-overflow: ellipsis; }

.bar { display: flex; flex-wrap: wrap; gap: 1em 2em; justify-content: space-between; align-items: end; }
.standpoint { min-inline-size: min(100%, 14em); }
.answer { display: grid; gap: .5em; padding: 1.5em; background: var(--_tint); border-radius: var(--_radius); border-inline-start: 5px solid var(--_action); }
.said { font-size: 1.3125em; line-height: 1.4; font-weight: 600; text-wrap: pretty; }
.answer > .bar { align-items: center; justify-content: start; }
.invented { display: flex; flex-wrap: wrap; gap: 0 1em; align-items: center; }
.invented p { padding: .25em .75em; background: var(--_note); color: var(--_on-note); border: 1px solid #8a6d1a; border-radius: var(--_radius); }
.jump { display: inline-block; padding-block: .65em; align-self: end; }
.fold { border-block-end: 1px solid var(--_line); margin-block-start: -1em; }
.fold > summary { padding-block: .9em; color: var(--_link); list-style-position: outside; margin-inline-start: 1.1em; }
.fold > summary > * { display: inline; font-size: 1em; font-weight: 600; }
.fold > summary:hover > * { text-decoration: underline; text-underline-offset: .2em; }
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
	.said { font-size: 1.125em; }
	.card { padding: 1em; }
}
@media (prefers-reduced-motion: reduce) { * { animation: none !important; scroll-behavior: auto !important; } }
@media (forced-colors: active) { .card, .answer, .pick, .button { border: 1px solid; } }
`;

let made;
const learned = { details: "", more: "" }; // in the order in which they count

/**
 * The style sheet, made once for all calculators of a page; it learns the looks of a part that came later.
 * @param {string} [part]
 * @param {string} [looks]
 */
export function sheet(part, looks) {
	made ??= new CSSStyleSheet();
	if (part && learned[part] !== looks) learned[part] = looks;
	else if (made.cssRules.length) return made;
	const all = css + learned.details + learned.more;
	made.replaceSync(CSS.supports("color", "light-dark(#fff, #000)") ? all : all.replace(/light-dark\((#\w+),\s*#\w+\)/g, "$1"));
	return made;
}
