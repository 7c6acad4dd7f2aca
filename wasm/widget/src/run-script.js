// Running a script of which the hash is known. A script element is the only way in which every browser checks that.

let policy; // the Trusted Types policy that lets a script load, in pages that ask for one

/** An address of which a page lets scripts load. */
export function scriptAddress(url) {
	policy ??= globalThis.trustedTypes?.createPolicy("zio-calculator", { createScriptURL: (u) => u });
	return policy ? policy.createScriptURL(url) : url;
}

/** Runs a script; rejects when it does not come, or is another than it must be. */
export function runScript({ url, integrity, type = "text/javascript" }) {
	const node = document.createElement("script");
	// A page that trusts scripts by a nonce trusts the one that asks for this.
	node.nonce = document.querySelector("script[nonce]")?.["nonce"] ?? "";
	return new Promise((resolve, reject) => {
		Object.assign(node, {
			type,
			integrity,
			crossOrigin: "anonymous",
			referrerPolicy: "no-referrer",
			onload: resolve,
			onerror: () => reject(new Error("zio: " + url)),
		});
		node.src = scriptAddress(url);
		document.head.append(node);
	}).finally(() => node.remove()); // not before: what is not in a page may be forgotten before it is loaded
}
