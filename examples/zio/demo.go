package main

// demo is what the program does without a command.
func (a *app) demo() error {
	a.println(a.say("Gebruik: zio settle OVEREENKOMST POPULATIE. Zie: zio help", "Use: zio settle AGREEMENT POPULATION. See: zio help"))
	return nil
}
