// Package database is an example: a municipal system that keeps pupils and agreements in a database settles them there (rekenen
// op een database). Counts of pupils are rows as a school delivers them, with "<5" where a count is kept back; an agreement is a
// column with the document; what each party bears goes into a table of amounts, that add up in SQL. It runs on any database with a
// driver of database/sql; the tests run it on SQLite and PostgreSQL.
package database

import (
	"context"
	"database/sql"
	"encoding/json"
	"io"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
)

// Tables makes the tables.
const Tables = `
CREATE TABLE pupils (site CHAR(6) NOT NULL, home TEXT NOT NULL, counted DATE NOT NULL, pupils TEXT NOT NULL);
CREATE TABLE agreements (id TEXT PRIMARY KEY, document TEXT NOT NULL);
CREATE TABLE shares (agreement TEXT NOT NULL, counted DATE NOT NULL, party TEXT NOT NULL, municipality CHAR(4), bears NUMERIC(15,2) NOT NULL,
	PRIMARY KEY (agreement, counted, party));`

// Keep puts an agreement into the database.
func Keep(ctx context.Context, db *sql.DB, a *funding.Agreement) error {
	document, err := json.Marshal(a)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `INSERT INTO agreements (id, document) VALUES ($1, $2)`, a.ID, string(document))
	return err
}

// Settle calculates an agreement with the pupils of a count date, and keeps what each party bears. All of it is kept, or nothing.
func Settle(ctx context.Context, db *sql.DB, id string, counted zio.Date) (*funding.Result, error) {
	var document []byte
	if err := db.QueryRowContext(ctx, `SELECT document FROM agreements WHERE id = $1`, id).Scan(&document); err != nil {
		return nil, err
	}
	var a funding.Agreement
	if err := json.Unmarshal(document, &a); err != nil {
		return nil, err
	}
	p, err := population(ctx, db, counted)
	if err != nil {
		return nil, err
	}
	result, problems := funding.Calculate(&a, p)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return result, keep(ctx, db, counted, result)
}

// population makes a population of the rows of a count date, as the import of a file would.
func population(ctx context.Context, db *sql.DB, counted zio.Date) (*zio.Population, error) {
	rows, err := db.QueryContext(ctx, `SELECT site, home, pupils FROM pupils WHERE counted = $1 ORDER BY site, home`, counted)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	next := func() ([]string, error) {
		if !rows.Next() {
			if rows.Err() != nil {
				return nil, rows.Err()
			}
			return nil, io.EOF
		}
		fields := make([]string, 3)
		return fields, rows.Scan(&fields[0], &fields[1], &fields[2])
	}
	table, err := intake.OpenRecords([]string{"site", "home", "pupils"}, next, intake.TableOptions{Context: ctx})
	if err != nil {
		return nil, err
	}
	b, err := intake.NewBuilder(intake.PopulationOptions{
		Suppressed: intake.SuppressedRange,
		Date:       counted,
		Route:      zio.ClaimJeugdwet, // all pupils of this table: a choice of this example
		Mapping:    intake.Mapping{Site: "site", Home: "home", Pupils: "pupils"},
	})
	if err != nil {
		return nil, err
	}
	report, err := b.Add(table, intake.Source{File: "table pupils"})
	if err != nil {
		return nil, err
	}
	if report.Listed > 0 { // the rows come from here: none may be left out
		return nil, report.First[0].Problem
	}
	p, problems := b.Population()
	return p, problems.Err()
}

func keep(ctx context.Context, db *sql.DB, counted zio.Date, result *funding.Result) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after Commit it does nothing
	for _, share := range result.Shares {
		municipality, _ := zio.ParseMunicipalityCode(share.Party) // another party has none: NULL
		_, err := tx.ExecContext(ctx, `INSERT INTO shares (agreement, counted, party, municipality, bears) VALUES ($1, $2, $3, $4, $5)`,
			result.Agreement.ID, counted, share.Party, municipality, share.Amount)
		if err != nil {
			return err
		}
	}
	return tx.Commit()
}
