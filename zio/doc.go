// Package zio holds the words of care during school hours (zorg in onderwijstijd, ZiO):
// codes, dates, school years, municipalities and regions over time, schools, populations
// and problems. It knows nothing of money; that is package funding.
//
// Values are small, immutable and comparable. Nothing here reads a clock, a locale, the
// environment or the network, and nothing panics on input: what is wrong comes back as a
// [Problem] with a stable code, a JSON Pointer and a text in Dutch and in English.
package zio
