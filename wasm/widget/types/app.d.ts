/** What the views of src draw from. */
type App = import("../src/calculator.js").Calculator;
