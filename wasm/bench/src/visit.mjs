// What a visitor of a page with the element waits for and loads.

/** Before the page: notes when the first outcome can be seen, in milliseconds since the navigation began. */
function watch() {
	document.addEventListener("zio-result", () => requestAnimationFrame(() => setTimeout(() => (globalThis.seen ??= performance.now()))));
}

/** Everything that was loaded until then, by file. */
const loaded = () =>
	[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(({ name, encodedBodySize, decodedBodySize }) => ({
		name: new URL(name).pathname.slice(1),
		bytes: decodedBodySize,
		brotli: encodedBodySize,
	}));

/** Opens the page twice in each of some fresh contexts: median times of both, and what the first loaded. */
export async function measurePage(inContext, url, rounds) {
	const [cold, warm] = [[], []];
	let files;
	for (let i = 0; i < rounds; i++) {
		await inContext(async (open) => {
			for (const list of [cold, warm])
				await open(async (page) => {
					await page.evaluateOnNewDocument(watch);
					await page.goto(url, { timeout: 60_000 });
					await (await page.waitForFunction("globalThis.seen", { timeout: 60_000 })).dispose();
					list.push(await page.evaluate("seen"));
					if (list === cold) files ??= await page.evaluate(loaded);
				});
		});
	}
	const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
	return { cold: median(cold), warm: median(warm), files };
}
