package published

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/zio-collectief/zio/funding"
)

var root = filepath.Join("..", "..", "..")

func read(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	require.NoError(t, err)
	return text
}

// Everything that carries the version of the library carries the same one; docs/release.md lists them.
func TestVersions(t *testing.T) {
	require.Regexp(t, `(?m)^\tgithub\.com/zio-collectief/zio v`+regexp.QuoteMeta(funding.Version)+`$`, string(read(t, "examples/go.mod")))
	require.NotContains(t, string(read(t, "examples/go.mod")), "replace", "go install refuses a module with a replacement")
	for _, name := range []string{"wasm/widget/package.json", "wasm/widget/package-lock.json"} {
		var file struct {
			Version  string
			Packages map[string]struct{ Version string }
		}
		require.NoError(t, json.Unmarshal(read(t, name), &file))
		require.Equal(t, funding.Version, file.Version, name)
		if file.Packages != nil {
			require.Equal(t, funding.Version, file.Packages[""].Version, name)
		}
	}
	changes := string(read(t, "CHANGELOG.md"))
	require.True(t, strings.Contains(changes, "\n## ["+funding.Version+"]") || strings.Contains(changes, "\n## [Unreleased]\n"), "CHANGELOG.md has no heading for %s", funding.Version)
}

// What the workflows of the forges may run: the scripts of the project, by their names, and the publication of what they built.
var script = regexp.MustCompile(`^(\.ci/[a-z]+)( [a-z-]+| "\$[A-Z_]+")*$`)

const publish = `gh release create "$GITHUB_REF_NAME" --repo "$GITHUB_REPOSITORY" --verify-tag --title "$GITHUB_REF_NAME" release/*`

func TestForgesCallTheScripts(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(root, ".github", "workflows", "*.yml"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	calls := map[string]int{}
	for _, name := range append(files, filepath.Join(root, ".gitlab-ci.yml")) {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		var tree any
		require.NoError(t, yaml.Unmarshal(text, &tree), name)
		for _, line := range commands(tree) {
			if line == publish {
				continue
			}
			parts := script.FindStringSubmatch(line)
			require.NotNil(t, parts, "%s runs %q, which is not a script of the project", name, line)
			info, err := os.Stat(filepath.Join(root, parts[1]))
			require.NoError(t, err, name)
			require.NotZero(t, info.Mode()&0o100, "%s can not be run", parts[1])
			calls[parts[1]]++
		}
	}
	require.GreaterOrEqual(t, calls[".ci/run"], 2)
	require.GreaterOrEqual(t, calls[".ci/release"], 2)
}

// commands are the values of "run" and "script", wherever they stand.
func commands(tree any) (found []string) {
	switch v := tree.(type) {
	case []any:
		for _, e := range v {
			found = append(found, commands(e)...)
		}
	case map[string]any:
		for key, e := range v {
			if key != "run" && key != "script" {
				found = append(found, commands(e)...)
				continue
			}
			switch line := e.(type) {
			case string:
				found = append(found, line)
			case []any:
				for _, l := range line {
					found = append(found, l.(string))
				}
			default: // a job that is called run
				found = append(found, commands(e)...)
			}
		}
	}
	return found
}

func TestPubliccode(t *testing.T) {
	var p publiccode
	require.NoError(t, yaml.Unmarshal(read(t, "publiccode.yml"), &p))
	require.Empty(t, p.faults())
}

func TestPubliccodeFaultsAreFound(t *testing.T) {
	whole := string(read(t, "publiccode.yml"))
	for _, key := range []string{"publiccodeYmlVersion:", "url:", "name:", "softwareType:", "developmentStatus:", "platforms:", "categories:", "longDescription:",
		"shortDescription:", "features:", "license:", "type: community", "contacts:", "localisationReady:", "availableLanguages:"} {
		require.Contains(t, whole, key)
		var p publiccode
		require.NoError(t, yaml.Unmarshal([]byte(strings.ReplaceAll(whole, key, "x-"+key)), &p))
		require.NotEmpty(t, p.faults(), "without %s", key)
	}
}

// publiccode is what the standard asks, version 0.4: https://yml.publiccode.tools/schema.core.html.
type publiccode struct {
	Version           string   `yaml:"publiccodeYmlVersion"`
	Name              string   `yaml:"name"`
	URL               string   `yaml:"url"`
	SoftwareType      string   `yaml:"softwareType"`
	DevelopmentStatus string   `yaml:"developmentStatus"`
	Platforms         []string `yaml:"platforms"`
	Categories        []string `yaml:"categories"`
	Description       map[string]struct {
		Short    string   `yaml:"shortDescription"`
		Long     string   `yaml:"longDescription"`
		Features []string `yaml:"features"`
	} `yaml:"description"`
	Legal struct {
		License string `yaml:"license"`
	} `yaml:"legal"`
	Maintenance struct {
		Type     string `yaml:"type"`
		Contacts []struct {
			Name string `yaml:"name"`
		} `yaml:"contacts"`
	} `yaml:"maintenance"`
	Localisation struct {
		Ready     *bool    `yaml:"localisationReady"`
		Languages []string `yaml:"availableLanguages"`
	} `yaml:"localisation"`
}

// faults are the mandatory keys that are missing or hold what the standard does not allow.
func (p publiccode) faults() (found []string) {
	ask := func(fine bool, what string) {
		if !fine {
			found = append(found, what)
		}
	}
	length := func(s string, least, most int) bool {
		n := utf8.RuneCountInString(strings.TrimSpace(s))
		return n >= least && n <= most
	}
	ask(strings.HasPrefix(p.Version, "0."), "publiccodeYmlVersion")
	ask(p.Name != "", "name")
	ask(strings.HasPrefix(p.URL, "https://"), "url")
	ask(slices.Contains([]string{"standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend", "standalone/other", "addon", "library", "configurationFiles"}, p.SoftwareType), "softwareType")
	ask(slices.Contains([]string{"concept", "development", "beta", "stable", "obsolete"}, p.DevelopmentStatus), "developmentStatus")
	ask(len(p.Platforms) > 0, "platforms")
	ask(len(p.Categories) > 0, "categories")
	ask(len(p.Description) > 0, "description")
	for language, d := range p.Description {
		ask(length(d.Short, 1, 150), language+": shortDescription")
		ask(length(d.Long, 150, 10_000), language+": longDescription")
		ask(len(d.Features) > 0 && !slices.ContainsFunc(d.Features, func(s string) bool { return !length(s, 1, 100) }), language+": features")
	}
	ask(p.Legal.License != "", "legal/license")
	ask(slices.Contains([]string{"internal", "contract", "community", "none"}, p.Maintenance.Type), "maintenance/type")
	ask(p.Maintenance.Type != "community" && p.Maintenance.Type != "internal" || len(p.Maintenance.Contacts) > 0 && p.Maintenance.Contacts[0].Name != "", "maintenance/contacts")
	ask(p.Localisation.Ready != nil, "localisation/localisationReady")
	ask(len(p.Localisation.Languages) > 0, "localisation/availableLanguages")
	return found
}
