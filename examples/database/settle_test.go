package database

import (
	"context"
	"database/sql"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"
	"github.com/stretchr/testify/require"
	_ "modernc.org/sqlite"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

func TestSQLite(t *testing.T) {
	db, err := sql.Open("sqlite", filepath.Join(t.TempDir(), "zio.db"))
	require.NoError(t, err)
	settles(t, db)
}

func TestPostgreSQL(t *testing.T) {
	db, err := sql.Open("pgx", "host="+postgres(t)+" user=zio dbname=postgres")
	require.NoError(t, err)
	require.Eventually(t, func() bool { return db.Ping() == nil }, 30*time.Second, 50*time.Millisecond, "the server started")
	settles(t, db)
}

// agreed is an agreement of five municipalities as a program makes one: an hour a week at 60.00, in 40 weeks, is 2,400.00 a pupil.
func agreed() *funding.Agreement {
	a := &funding.Agreement{
		ID: "vijf", Title: "Vijf gemeenten",
		Period:  zio.Period{From: zio.MustParseDate("2026-01-01"), Until: zio.MustParseDate("2026-12-31")},
		Parties: []funding.Party{{ID: "care", Kind: funding.PartyProvider, Name: "De zorgaanbieder"}},
		Components: []funding.Component{{
			ID: "pot", Title: "Zorg op school", Route: funding.RouteCollective,
			Cost:     &funding.FixedHours{NormMinutes: 60, Rate: money.MustParseEuro("60.00"), Weeks: 40, Rounding: money.HalfUp},
			Key:      &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.LeaveAsGap},
			Flow:     &funding.Direct{Payees: []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Subsidy}}},
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent},
		}},
	}
	for _, m := range [][2]string{{"0307", "Amersfoort"}, {"0310", "De Bilt"}, {"0344", "Utrecht"}, {"0355", "Zeist"}, {"0356", "Nieuwegein"}} {
		a.Parties = append(a.Parties, funding.Party{ID: m[0], Kind: funding.PartyMunicipality, Name: m[1], Participates: true})
	}
	return a
}

// settles keeps an agreement and pupils in a database, settles, and reads the amounts back with SQL. The pupils are made up: 10, 20,
// 40, 20 and 10, and "<5" of Zeist at a second site, of which the lowest count, 1, is the estimate. At 2,400.00 each that is
// 24,000, 48,000, 96,000, 50,400 and 24,000: together 242,400.00.
func settles(t *testing.T, db *sql.DB) {
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	ctx := context.Background()
	exec := func(query string, args ...any) {
		_, err := db.ExecContext(ctx, query, args...)
		require.NoError(t, err)
	}
	exec(Tables)
	counted := zio.MustParseDate("2025-10-01")
	site, other := zio.MustParseSiteCode("99AB00"), zio.MustParseSiteCode("99AB01")
	for _, row := range []struct {
		site         zio.SiteCode
		home, pupils string
	}{{site, "Amersfoort", "10"}, {site, "Bilt, De", "20"}, {site, "0344", "40"}, {site, "0355 Zeist", "20"}, {site, "Nieuwegein", "10"}, {other, "Zeist", "<5"}} {
		exec(`INSERT INTO pupils (site, home, counted, pupils) VALUES ($1, $2, $3, $4)`, row.site, row.home, counted, row.pupils)
	}
	require.NoError(t, Keep(ctx, db, agreed()))

	result, err := Settle(ctx, db, "vijf", counted)
	require.NoError(t, err)
	require.Equal(t, int64(1), result.Population.Estimates)

	rows, err := db.QueryContext(ctx, `SELECT counted, municipality, bears FROM shares WHERE municipality IS NOT NULL ORDER BY municipality`)
	require.NoError(t, err)
	defer rows.Close()
	var got []string
	for rows.Next() {
		var day zio.Date
		var municipality zio.MunicipalityCode
		var bears money.Euro
		require.NoError(t, rows.Scan(&day, &municipality, &bears))
		require.Equal(t, counted, day)
		got = append(got, municipality.String()+" "+bears.String())
	}
	require.NoError(t, rows.Err())
	require.Equal(t, []string{"0307 24000.00", "0310 48000.00", "0344 96000.00", "0355 50400.00", "0356 24000.00"}, got)
	var total money.Euro
	require.NoError(t, db.QueryRowContext(ctx, `SELECT SUM(bears) FROM shares`).Scan(&total))
	require.Equal(t, "242400.00", total.String())
	var none sql.Null[money.Euro]
	require.NoError(t, db.QueryRowContext(ctx, `SELECT SUM(bears) FROM shares WHERE agreement = 'other'`).Scan(&none))
	require.False(t, none.Valid)
	var code zio.MunicipalityCode
	require.NoError(t, db.QueryRowContext(ctx, `SELECT NULL`).Scan(&code))
	require.True(t, code.IsZero())

	_, err = Settle(ctx, db, "vijf", counted)
	require.Error(t, err, "it has been settled")
	_, err = Settle(ctx, db, "none", counted)
	require.ErrorIs(t, err, sql.ErrNoRows)
	exec(`INSERT INTO pupils (site, home, counted, pupils) VALUES ($1, 'Ergens', '2024-10-01', '3')`, site)
	_, err = Settle(ctx, db, "vijf", zio.MustParseDate("2024-10-01"))
	var p zio.Problem
	require.ErrorAs(t, err, &p)
	require.Equal(t, "municipality.name-unknown", p.Code())
	ended, cancel := context.WithCancel(ctx)
	cancel()
	_, err = Settle(ended, db, "vijf", counted)
	require.ErrorIs(t, err, context.Canceled)
}

// postgres starts a server of its own, as Debian and others install it, and gives the folder of its socket.
func postgres(t *testing.T) string {
	server, err := exec.LookPath("postgres")
	if err != nil {
		found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/postgres")
		if len(found) == 0 {
			if os.Getenv("CI") != "" {
				t.Fatal("PostgreSQL was not installed")
			}
			t.Skip("no PostgreSQL here: apt-get install postgresql")
		}
		server = found[len(found)-1]
	}
	server, err = filepath.EvalSymlinks(server)
	require.NoError(t, err)
	folder, err := os.MkdirTemp("", "zio-pg")
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	data := filepath.Join(folder, "data")
	as := &syscall.SysProcAttr{}
	if os.Getuid() == 0 { // the server refuses to be run by root
		owner, err := user.Lookup("postgres")
		require.NoError(t, err)
		uid, err := strconv.Atoi(owner.Uid)
		require.NoError(t, err)
		gid, err := strconv.Atoi(owner.Gid)
		require.NoError(t, err)
		require.NoError(t, os.Chown(folder, uid, gid))
		as.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	}
	command := func(name string, args ...string) *exec.Cmd {
		c := exec.Command(filepath.Join(filepath.Dir(server), name), args...)
		c.SysProcAttr, c.Dir = as, folder
		return c
	}
	out, err := command("initdb", "--pgdata", data, "--username", "zio", "--auth", "trust", "--no-sync", "--encoding", "UTF8", "--locale", "C").CombinedOutput()
	require.NoError(t, err, "%s", out)
	run := command("postgres", "-D", data, "-k", folder, "-c", "listen_addresses=", "-F")
	require.NoError(t, run.Start())
	t.Cleanup(func() {
		_ = run.Process.Signal(os.Interrupt)
		_ = run.Wait()
	})
	return folder
}
