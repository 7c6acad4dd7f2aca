// The three engines behind one small interface: Chromium (DevTools protocol), Firefox (WebDriver BiDi) and WebKitGTK
// (WebDriver). ZIO_BROWSERS names those to run, by default all three.
//
// A page can: goto, phone (goto in a window of a phone), eval (a function in the page), until (the same until it is true), find
// (an element inside the shadow root of a calculator, to click, tap or fill), key, chord (with Ctrl), text, resize, screenshot.
// Nothing waits for a time: everything waits for what is seen.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import puppeteer from "puppeteer-core";

const binaries = {
	chromium: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
	firefox: ["/usr/bin/firefox-esr", "/usr/bin/firefox"],
	webkit: ["/usr/bin/WebKitWebDriver", "/usr/lib/webkit2gtk-4.1/WebKitWebDriver"],
};

export const names = (process.env.ZIO_BROWSERS ?? "chromium,firefox,webkit").split(",").filter(Boolean);

/** Where the main states are shown, for people to look at. */
export const gallery = process.env.ZIO_SCREENSHOTS ?? new URL("../screenshots", import.meta.url).pathname;

/** The programs that were started here; what is left of them ends with this process. */
const started = new Set();
function start(program, args, options) {
	const child = spawn(program, args, { ...options, detached: true });
	started.add(child);
	return child;
}
const end = (child) => {
	started.delete(child);
	try {
		process.kill(-child.pid, "SIGKILL");
	} catch {
		// It had ended by itself.
	}
};
process.on("exit", () => [...started].forEach(end));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

/** How long something may take that is waited for; a machine that is busy with other things is slow. */
const patience = 1000 * (process.env.ZIO_PATIENCE ?? 30);

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function open(name) {
	const binary = binaries[name]?.find(existsSync);
	if (!binary) throw new Error(`${name} is not installed (looked for ${binaries[name]?.join(", ")}); ZIO_BROWSERS=chromium runs less`);
	const browser = await (name === "webkit" ? webkit(binary) : puppet(name, binary));
	browser.name = name;
	return browser;
}

/** What every page can do, made of eval. */
const shared = {
	async until(task, ...args) {
		const end = Date.now() + patience;
		let last;
		for (;;) {
			try {
				last = await this.eval(task, ...args);
				if (last) return last;
			} catch (error) {
				last = error;
			}
			if (Date.now() > end) throw new Error(`never came true: ${task} of ${JSON.stringify(args)} (last: ${last?.message ?? JSON.stringify(last)})`);
			await wait(50);
		}
	},
	async shot(name) {
		const path = join(gallery, name + ".png");
		mkdirSync(dirname(path), { recursive: true });
		await this.screenshot(path);
	},
};

/** Waits until an element stands still in the middle of the window, so that a click meets it; runs in the page. */
const still = async (element) => {
	element.scrollIntoView({ block: "center", behavior: "instant" });
	const place = () => JSON.stringify(element.getBoundingClientRect());
	for (let before = "", same = 0; same < 2;) {
		const now = place();
		same = now === before ? same + 1 : 0;
		before = now;
		await new Promise((resolve) => setTimeout(resolve, 16));
	}
};

/** The middle of an element, or of its first line, in the window, where a finger meets it and nothing else; runs in the page. */
const middle = (element) => {
	const [box] = element.getClientRects();
	if (!box) throw new Error("not attached or not shown");
	const { x, y, width, height } = box;
	const at = [x + width / 2, y + height / 2];
	const met = element.getRootNode().elementFromPoint(...at);
	if (!element.contains(met)) throw new Error(`not clickable: ${element.outerHTML.slice(0, 80)} is under ${met?.outerHTML.slice(0, 80)}`);
	return at;
};

/** Width of a phone. */
const PHONE = [390, 844];

/** Finds an element inside the shadow root of the n-th calculator; runs in the page. */
const inside = (selector, n) => [...document.querySelectorAll("zio-calculator")][n]?.shadowRoot.querySelector(selector) ?? null;

async function puppet(name, executablePath) {
	const profile = mkdtempSync(join(tmpdir(), "zio-" + name));
	const browser = await puppeteer.launch({
		browser: name === "chromium" ? "chrome" : "firefox",
		executablePath,
		headless: true,
		userDataDir: profile,
		args:
			name === "chromium"
				? [
						"--no-sandbox",
						"--disable-gpu",
						"--disable-quic",
						"--no-first-run",
						"--disable-background-networking",
						"--disable-component-update",
						"--disable-sync",
						"--disable-dev-shm-usage",
					]
				: [],
		env: { ...process.env, HOME: profile },
	});
	return {
		async page() {
			const page = await browser.newPage();
			const errors = [];
			let session;
			page.on("dialog", (dialog) => dialog.accept()); // a page with what was typed asks before it goes
			page.on("pageerror", (e) => errors.push(e.message));
			return {
				...shared,
				raw: page,
				errors,
				goto: (url) => page.goto(url),
				async phone(url) {
					await this.resize(...PHONE);
					await page.goto(url);
				},
				eval: (task, ...args) => page.evaluate(task, ...args),
				key: (key) => page.keyboard.press(key),
				async chord(key) {
					await page.keyboard.down("Control");
					await page.keyboard.press(key, { commands: [{ a: "SelectAll", c: "Copy", v: "Paste" }[key]] });
					await page.keyboard.up("Control");
				},
				text: (text) => page.keyboard.type(text),
				resize: (width, height, deviceScaleFactor = 1) =>
					page.setViewport({ width, height, deviceScaleFactor }).catch((error) => {
						if (!/setScreenOrientationOverride/.test(error.message)) throw error; // which older releases of Firefox do not know; the size is set
					}),
				/** Asks for forced colours, less motion, another colour scheme or paper; Chromium only. */
				async prefer(features, media = "") {
					session ??= await page.createCDPSession();
					await session.send("Emulation.setEmulatedMedia", { media, features: Object.entries(features).map(([name, value]) => ({ name, value })) });
				},
				screenshot: (path) => page.screenshot({ path, fullPage: true, captureBeyondViewport: true }),
				async find(selector, n = 0) {
					let element = null;
					for (let i = 0; i < 100 && !element; i++) {
						element = (await page.evaluateHandle(inside, selector, n)).asElement();
						if (!element) await wait(50);
					}
					if (!element) throw new Error("not found: " + selector);
					return {
						click: async () => {
							await element.evaluate(still);
							await element.click();
						},
						tap: async () => {
							await element.evaluate(still);
							const [x, y] = await element.evaluate(middle);
							await page.touchscreen.tap(x, y);
						},
						fill: async (text) => {
							await element.focus();
							await element.evaluate((e) => e.select());
							await page.keyboard.press("Delete");
							if (text) await page.keyboard.type(text);
						},
						upload: (path) => element.uploadFile(path),
					};
				},
				close: () => page.close(),
			};
		},
		async close() {
			await browser.close();
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

const freePort = () =>
	new Promise((resolve) => {
		const server = createServer().listen(0, "127.0.0.1", () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const keys = {
	Tab: "\ue004",
	Enter: "\ue007",
	Escape: "\ue00c",
	ArrowUp: "\ue013",
	ArrowDown: "\ue015",
	ArrowLeft: "\ue012",
	ArrowRight: "\ue014",
	Space: " ",
	Delete: "\ue017",
	Control: "\ue009",
};

async function webkit(driver) {
	const screen = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
	const display = await new Promise((resolve, reject) => {
		screen.stdio[3].once("data", (text) => resolve(String(text).trim()));
		screen.once("error", reject).once("exit", () => reject(new Error("Xvfb did not start")));
	});
	const port = await freePort();
	const env = {
		...process.env,
		DISPLAY: ":" + display,
		WEBKIT_DISABLE_COMPOSITING_MODE: "1",
		WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
		LIBGL_ALWAYS_SOFTWARE: "1",
	};
	const service = start(driver, ["--port=" + port], { env, stdio: "ignore" });
	const call = async (method, path, body, limit = 120_000) => {
		const send = () =>
			fetch(`http://127.0.0.1:${port}${path}`, {
				method,
				headers: { Connection: "close" },
				signal: AbortSignal.timeout(limit),
				body: body === undefined ? undefined : JSON.stringify(body),
			});
		const response = await send();
		const { value } = await response.json();
		if (value?.error) throw new Error(value.error + ": " + value.message);
		return value;
	};
	const browserOptions = { binary: "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", args: ["--automation"] };
	let session;
	for (let i = 0; !session; i++) {
		try {
			session = await call("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": browserOptions } } });
		} catch (error) {
			if (i > 40) throw error;
			await wait(250);
		}
	}
	const at = "/session/" + session.sessionId;
	await call("POST", at + "/timeouts", { script: 60_000, pageLoad: 60_000 });
	const evaluate = async (task, ...args) => {
		const script = `const done = arguments[arguments.length - 1]; const args = [...arguments].slice(0, -1);
			Promise.resolve().then(() => (${task}).apply(null, args))
			.then((value) => done({ value }), (error) => done({ error: String(error && error.stack || error) }));`;
		const reply = await call("POST", at + "/execute/async", { script, args });
		if (reply?.error) throw new Error(reply.error);
		return reply?.value;
	};
	const act = (...actions) => call("POST", at + "/actions", { actions });
	const strokes = (text) =>
		[...text].flatMap((value) => [
			{ type: "keyDown", value },
			{ type: "keyUp", value },
		]);
	const press = (text) => act({ type: "key", id: "keyboard", actions: strokes(text) });
	const held = { value: keys.Control };
	const page = {
		...shared,
		errors: [],
		goto: (url) => call("POST", at + "/url", { url }),
		/** The window does not become as narrow as a phone; a frame does. */
		async phone(url) {
			await page.goto(new URL(url).origin + "/frame?" + new URLSearchParams({ width: PHONE[0], height: PHONE[1], page: url }));
			const frame = await evaluate(() => {
				const frame = document.querySelector("iframe");
				frame.contentWindow.focus();
				return frame;
			});
			await call("POST", at + "/frame", { id: frame });
		},
		eval: evaluate,
		key: (key) => press(keys[key] ?? key),
		chord: (key) => act({ type: "key", id: "keyboard", actions: [{ type: "keyDown", ...held }, ...strokes(key), { type: "keyUp", ...held }] }),
		text: press,
		resize: (width, height) => call("POST", at + "/window/rect", { x: 0, y: 0, width, height }),
		async screenshot(path) {
			// The driver waits for a next frame, which a page at rest does not draw: so something is moved meanwhile.
			const moving = setInterval(
				() => evaluate(() => void (document.body.style.opacity = document.body.style.opacity === "1" ? "0.999" : "1")).catch(() => {}),
				200,
			);
			try {
				writeFileSync(path, Buffer.from(await call("GET", at + "/screenshot", undefined, 10_000), "base64"));
			} catch (error) {
				if (error.name !== "TimeoutError") throw error;
				console.error("webkit: no picture of " + path);
			} finally {
				clearInterval(moving);
			}
		},
		async find(selector, n = 0) {
			let id = null;
			for (let i = 0; i < 100 && !id; i++) {
				id = (await evaluate(inside, selector, n))?.[ELEMENT];
				if (!id) await wait(50);
			}
			if (!id) throw new Error("not found: " + selector);
			const on = (what, body = {}) => call("POST", `${at}/element/${id}/${what}`, body);
			return {
				click: async () => {
					// Under what stays in sight at the top nothing can be pressed.
					const script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
					await call("POST", at + "/execute/sync", { script, args: [{ [ELEMENT]: id }] });
					return on("click");
				},
				/** The driver has no touch screen: to a page its finger is a mouse that presses. */
				tap: async () => {
					const origin = { [ELEMENT]: id };
					const script = `(${still})(arguments[0]).then(() => (${middle})(arguments[0])).then(() => arguments[1](""), (e) => arguments[1](e.message))`;
					const wrong = await call("POST", at + "/execute/async", { script, args: [origin] });
					if (wrong) throw new Error(wrong);
					const actions = [
						{ type: "pointerMove", duration: 0, x: 0, y: 0, origin },
						{ type: "pointerDown", button: 0 },
						{ type: "pointerUp", button: 0 },
					];
					await act({ type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions });
				},
				fill: async (text) => {
					await call("POST", at + "/execute/sync", { script: "arguments[0].focus(); arguments[0].select()", args: [{ [ELEMENT]: id }] });
					await press(keys.Delete + text);
				},
				upload: (path) => on("value", { text: path }),
			};
		},
		close: async () => {},
	};
	return {
		page: async () => page,
		async close() {
			await call("DELETE", at).catch(() => {});
			end(service);
			end(screen);
		},
	};
}
