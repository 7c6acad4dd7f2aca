package zio_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// ordered checks that values compare as they stand here, with the zero value first.
func ordered[T comparable](t *testing.T, compare func(a, b T) int, must func(string) T, texts ...string) {
	t.Helper()
	var zero T
	values := []T{zero}
	for _, s := range texts {
		values = append(values, must(s))
	}
	for i := range values {
		for j := range values {
			want := 0
			if i != j {
				want = 1
				if i < j {
					want = -1
				}
			}
			require.Equal(t, want, compare(values[i], values[j]), "%v and %v", values[i], values[j])
		}
	}
	require.True(t, slices.IsSortedFunc(values, compare))
	require.Panics(t, func() { must("?") })
}

func TestCompare(t *testing.T) {
	ordered(t, zio.MunicipalityCode.Compare, zio.MustParseMunicipalityCode, "0003", "0363", "1992")
	ordered(t, zio.SiteCode.Compare, zio.MustParseSiteCode, "00AA00", "00AB00", "12AB00", "12AB01")
	ordered(t, zio.AllianceCode.Compare, zio.MustParseAllianceCode, "PO0001", "PO2601", "VO0001", "VO2601")
	ordered(t, zio.BoardNumber.Compare, zio.MustParseBoardNumber, "00001", "10249", "40000")
	ordered(t, zio.Postcode4.Compare, zio.MustParsePostcode4, "1000", "6511", "9999")
	ordered(t, zio.Date.Compare, zio.MustParseDate, "1900-01-01", "2022-03-24", "2199-12-31")
	ordered(t, zio.SchoolYear.Compare, zio.MustParseSchoolYear, "1900-1901", "2023-2024")
	ordered(t, zio.SchoolType.Compare, zio.MustParseSchoolType, "bo", "sbo", "so", "vso", "so-vso", "pro", "vo", "mbo", "intermediate")
	ordered(t, zio.Province.Compare, zio.MustParseProvince, "groningen", "utrecht", "limburg")
	ordered(t, zio.RegionKind.Compare, zio.MustParseRegionKind, "youth-region", "province", "custom")
	ordered(t, zio.PupilRef.Compare, zio.MustParsePupilRef, "A", "a", "leerling-17", "leerling-2")
	require.Equal(t, 2023, zio.MustParseSchoolYear("2023-2024").Start())
	require.Equal(t, uint16(6511), zio.MustParsePostcode4("6511").Number())
	require.Equal(t, zio.MustParsePostcode4("6511"), zio.Postcode4FromNumber(6511))
	require.True(t, zio.Postcode4FromNumber(999).IsZero())
}

// Values that are not set answer without a fault.
func TestUnset(t *testing.T) {
	require.Zero(t, zio.SiteCode{}.BRIN())
	require.Zero(t, zio.SiteCode{}.Number())
	require.True(t, zio.SchoolYear{}.Period().IsZero())
	require.True(t, zio.SchoolYear{}.Next().IsZero())
	require.True(t, zio.Date{}.FirstOfMonth().IsZero())
	require.True(t, zio.Date{}.LastOfMonth().IsZero())
	year, week := zio.Date{}.ISOWeek()
	require.Zero(t, year+week)
	require.Zero(t, zio.Province(0).Name()+zio.Province(0).Code()+zio.Province(200).String())
	require.Zero(t, zio.RegionKind(0).Name(zio.Dutch)+zio.RegionKind(200).String())
	require.Equal(t, "9998", zio.Netherlands().Name(gm("9998")))
}
