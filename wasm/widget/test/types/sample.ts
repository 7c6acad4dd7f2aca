// Compiled, never run: what a page writes in TypeScript.

import { EngineError, load, type ZioFormat, type ZioResult } from "@zio-collectief/zio-calculator";
import { fromBytes, type Engine, type Reply } from "@zio-collectief/zio-calculator/engine";

const calculator = document.createElement("zio-calculator");
calculator.setAttribute("system", "st-maartenschool");
calculator.addEventListener("zio-result", (event) => {
	const result: ZioResult = event.detail.result;
	const engine: "wasm" | "js" = event.detail.engine;
	console.log(
		engine,
		result.shares.map((share) => `${share.name}: ${share.amount}`),
	);
});
document.addEventListener("zio-problem", (event) => console.log(event.detail.problems.map((problem) => problem.pointer)));

const agreement = calculator.agreement;
if (agreement) calculator.agreement = { ...agreement, title: "Eigen afspraak" };

const reply = await calculator.calculate();
if (reply.ok) console.log(reply.value.components[0]?.cost);
else console.log(reply.problems[0]?.text);
await calculator.reset();

const format: ZioFormat = "csv-spreadsheet";
const text: string = await calculator.export(format);
console.log(text);

const engine: Engine = await load();
const version: Reply<{ library: string }> = await engine.call<{ library: string }>({ call: "version", lang: "en" });
if (version.ok) console.log(version.value.library);
await fromBytes(new Uint8Array());
console.log(new EngineError("x").code);

// @ts-expect-error: the result is read only
calculator.result = null;
// @ts-expect-error: there is no such format
await calculator.export("pdf");
// @ts-expect-error: amounts are texts, never numbers
const amount: number = reply.ok ? reply.value.shares[0]!.amount : 0;
console.log(amount);
