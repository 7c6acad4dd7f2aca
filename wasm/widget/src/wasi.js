// What the plain Go build asks of its surroundings (WASI preview 1): no files, no arguments, a clock, some random bytes
// for its hash tables. The small build asks for nothing and never gets here.

const BADF = 8;

export function wasi() {
	let memory;
	const view = () => new DataView(memory.buffer);
	const known = {
		clock_time_get: (id, precision, at) => (view().setBigUint64(at, BigInt(Math.round(performance.now() * 1e6)), true), 0),
		random_get: (at, n) => (crypto.getRandomValues(new Uint8Array(memory.buffer, at, n)), 0),
		args_sizes_get: (count, size) => (view().setUint32(count, 0, true), view().setUint32(size, 0, true), 0),
		environ_sizes_get: (count, size) => (view().setUint32(count, 0, true), view().setUint32(size, 0, true), 0),
		fd_write(fd, list, n, written) {
			let sum = 0;
			for (let i = 0; i < n; i++) sum += view().getUint32(list + 8 * i + 4, true);
			view().setUint32(written, sum, true);
			return 0;
		},
		fd_prestat_get: () => BADF,
		fd_fdstat_get: () => BADF,
		proc_exit(code) {
			throw new Error("exit " + code);
		},
	};
	return {
		imports: { wasi_snapshot_preview1: new Proxy(known, { get: (all, name) => all[name] ?? (() => 0) }) },
		bind: (m) => (memory = m),
	};
}
