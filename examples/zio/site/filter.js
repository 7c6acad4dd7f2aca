// Shows of a list only what holds the words that are typed.

const form = document.querySelector(".filter");
const input = form.querySelector("input");
const found = form.querySelector(".found");
const items = [...document.querySelectorAll("[data-filter] li")];
const plain = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const names = items.map((item) => plain(item.querySelector("a").textContent));

form.hidden = false;
form.addEventListener("submit", (e) => {
	e.preventDefault();
	items
		.find((item) => !item.hidden)
		?.querySelector("a")
		.click();
});
input.addEventListener("input", () => {
	const query = plain(input.value.trim());
	let n = 0;
	items.forEach((item, i) => {
		item.hidden = !names[i].includes(query);
		if (!item.hidden) n++;
	});
	found.textContent = n === 1 ? found.dataset.one : found.dataset.more.replace("{n}", n);
});
