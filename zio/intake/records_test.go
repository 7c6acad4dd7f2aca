package intake

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// queried gives records one by one, then the error.
func queried(records [][]string, end error) func() ([]string, error) {
	return func() ([]string, error) {
		if len(records) == 0 {
			return nil, end
		}
		record := records[0]
		records = records[1:]
		return record, nil
	}
}

// Records are what a reader of CSV gives of the same table: quotes, line ends, semicolons and empty fields stay where they are.
func TestRecords(t *testing.T) {
	const text = "site;home;label\n99AB00;0268;\"a;\"\"b\"\"\"\n99AB00;Utrecht;é\n;;\n99AB01;0344;\n"
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = ';'
	columns, err := r.Read()
	require.NoError(t, err)
	table, err := OpenRecords(columns, r.Read, TableOptions{})
	require.NoError(t, err)
	plain, err := OpenTable(strings.NewReader(text), TableOptions{Columns: columns})
	require.NoError(t, err)
	for plain.Next() {
		require.True(t, table.Next())
		require.Equal(t, plain.Record(), table.Record())
		require.Equal(t, plain.Line(), table.Line())
	}
	require.False(t, table.Next())
	require.NoError(t, table.Err())
	require.NotEmpty(t, table.Digest())

	table, err = OpenRecords([]string{"a", "b"}, queried([][]string{{"1"}, {"1", "2", "3"}, {"1\n2", `"`}}, io.EOF), TableOptions{})
	require.NoError(t, err)
	for _, fields := range []int{1, 3} {
		require.True(t, table.Next())
		fault, bad := table.Fault()
		require.True(t, bad, "%d fields", fields)
		require.Equal(t, "table.field-count", fault.Code())
	}
	require.True(t, table.Next())
	require.Equal(t, []string{"1\n2", `"`}, table.Record())
}

// A query that fails, and a context that is done, end the table with their reason.
func TestRecordsThatFail(t *testing.T) {
	gone := errors.New("connection lost")
	_, err := OpenRecords([]string{"a", "b"}, queried(nil, gone), TableOptions{})
	require.ErrorIs(t, err, gone)

	many := make([][]string, 100_000) // more than is read to find the columns
	for i := range many {
		many[i] = []string{"1", "2"}
	}
	table, err := OpenRecords([]string{"a", "b"}, queried(many, gone), TableOptions{})
	require.NoError(t, err)
	for table.Next() {
	}
	require.ErrorIs(t, table.Err(), gone)

	ctx, cancel := context.WithCancel(context.Background())
	table, err = OpenRecords([]string{"a", "b"}, queried(many, io.EOF), TableOptions{Context: ctx})
	require.NoError(t, err)
	cancel()
	rows := 0
	for table.Next() {
		rows++
	}
	require.Less(t, rows, len(many))
	require.ErrorIs(t, table.Err(), context.Canceled)
	_, err = OpenTable(strings.NewReader("a;b\n"), TableOptions{Context: ctx})
	require.ErrorIs(t, err, context.Canceled)
}

// Records are asked for as they are needed, and only they are lines.
func TestRecordsAsTheyAreNeeded(t *testing.T) {
	_, err := OpenRecords([]string{"a"}, nil, TableOptions{})
	require.Error(t, err)
	asked := 0
	table, err := OpenRecords([]string{"home", "pupils"}, func() ([]string, error) {
		if asked++; asked > 100_000 {
			return nil, io.EOF
		}
		return []string{"0268", "1"}, nil
	}, TableOptions{Skip: 1, Delimiter: ',', Encoding: UTF16BE})
	require.NoError(t, err)
	require.Less(t, asked, 100_000)
	report, err := ReadPlain(table, own(t, "home", "pupils"), counted, Options{}, func(*PlainRow) error { return nil })
	require.NoError(t, err)
	require.Equal(t, []int64{100_000, 100_000, 0}, []int64{report.Rows, report.Placed, report.Blank})
	require.Equal(t, 100_001, asked)
}
