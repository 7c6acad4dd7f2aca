// What .ci/release does with JSON.
//
//   node release.mjs sbom SECONDS [NAME]              a CycloneDX document without what differs between two equal builds
//   node release.mjs provenance VERSION COMMIT TOOL=VERSION...   an in-toto statement about the files that "sha256sum" lists
//   node release.mjs calculate AGREEMENT POPULATION   the result by the installed npm package
//   node release.mjs compact                          a JSON document without spaces

import { readFileSync } from "node:fs";

const repository = "https://github.com/zio-collectief/zio";
const input = () => readFileSync(0, "utf8");
const print = (value, space) => process.stdout.write(JSON.stringify(value, null, space) + "\n");

const commands = {
	sbom(seconds, name) {
		const bom = JSON.parse(input());
		delete bom.serialNumber;
		bom.metadata.timestamp = new Date(seconds * 1000).toISOString().replace(".000", "");
		for (const tool of bom.metadata.tools) delete tool.hashes; // of the tool as it was built here
		if (name) bom.metadata.component.name = name;
		print(bom, 2);
	},

	provenance(version, commit, ...tools) {
		const lines = input().trimEnd().split("\n");
		const source = `git+${repository}@refs/tags/${version}`;
		print(
			{
				_type: "https://in-toto.io/Statement/v1",
				subject: lines.map((line) => ({ name: line.slice(66), digest: { sha256: line.slice(0, 64) } })),
				predicateType: "https://slsa.dev/provenance/v1",
				predicate: {
					buildDefinition: {
						buildType: `${repository}/blob/${version}/docs/release.md`,
						externalParameters: { source, command: `.ci/release ${version}` },
						internalParameters: Object.fromEntries(tools.map((tool) => tool.split("="))),
						resolvedDependencies: [{ uri: source, digest: { gitCommit: commit } }],
					},
					runDetails: { builder: { id: `${repository}/blob/${version}/.ci/release` } },
				},
			},
			2,
		);
	},

	async calculate(agreement, population) {
		const { fromBytes } = await import("@zio-collectief/zio-calculator/engine");
		const engine = await fromBytes(readFileSync(new URL(import.meta.resolve("@zio-collectief/zio-calculator/zio.full.wasm"))));
		const read = (file) => JSON.parse(readFileSync(file, "utf8"));
		const reply = await engine.call({ call: "calculate", agreement: read(agreement), population: read(population) });
		if (!reply.ok) throw new Error(JSON.stringify(reply.problems));
		print(reply.value);
	},

	compact() {
		print(JSON.parse(input()));
	},
};

const [name, ...rest] = process.argv.slice(2);
await commands[name](...rest);
