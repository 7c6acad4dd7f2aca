// Puts a button on every example that copies it.

const label =
	document.documentElement.lang === "nl" ? ["Kopieer", "Gekopieerd", "Kopieer het zelf met Ctrl+C"] : ["Copy", "Copied", "Copy it yourself with Ctrl+C"];

for (const box of document.querySelectorAll(".code")) {
	const button = document.createElement("button");
	button.type = "button";
	button.className = "copy";
	button.textContent = label[0];
	button.addEventListener("click", async () => {
		try {
			await navigator.clipboard.writeText(box.querySelector("pre").textContent);
			button.textContent = label[1];
		} catch {
			getSelection().selectAllChildren(box.querySelector("pre"));
			button.textContent = label[2];
		}
		setTimeout(() => (button.textContent = label[0]), 2500);
	});
	box.append(button);
}
