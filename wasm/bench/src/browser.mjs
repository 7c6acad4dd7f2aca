// Chromium, and pages in it whose network and processor are limited.

import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { chromium } from "./config.mjs";

const quiet = ["quic", "background-networking", "component-update", "sync", "dev-shm-usage", "gpu"].map((what) => "--disable-" + what);

/** Starts a browser of its own, with its profile under a folder. */
export const launcher = (folder) => () =>
	puppeteer.launch({
		executablePath: chromium,
		headless: true,
		protocolTimeout: 900_000, // the form of an earlier commit took minutes
		userDataDir: mkdtempSync(join(folder, "profile-")),
		args: ["--no-sandbox", "--no-first-run", ...quiet],
	});

/**
 * Pages in a context of their own, so that nothing is cached before the first; each is closed when its task is done.
 * @param {import("puppeteer-core").Browser} browser
 * @param {object} profile the limits, see config.mjs
 * @param {(open: (task: (page: import("puppeteer-core").Page) => Promise<any>) => Promise<any>) => Promise<any>} task
 */
export async function inContext(browser, { network, cpu }, task) {
	const context = await browser.createBrowserContext();
	try {
		return await task(async (visit) => {
			const page = await context.newPage();
			/** Sets the limits: before the navigation, or when a page is there to measure in. */
			const limit = async () => {
				const client = await page.createCDPSession();
				await client.send("Network.enable");
				if (network) await client.send("Network.emulateNetworkConditions", { offline: false, ...network });
				if (cpu) await client.send("Emulation.setCPUThrottlingRate", { rate: cpu });
			};
			const outcome = await visit(page, limit);
			await page.close();
			return outcome;
		});
	} finally {
		await context.close();
	}
}
