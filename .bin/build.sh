# What ./serve and ./ambix share: finding a JDK, and building the service. Sourced, with root, target
# and stamp set, and a function say.

# The folder of a JDK 25 or newer, which has a compiler and says its version in the file "release".
is_jdk() {
  [[ -x "$1/bin/javac" && -r "$1/release" ]] || return 1
  local version
  version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")"
  [[ -n "$version" && "$version" -ge 25 ]]
}

on_path() {
  local java
  java="$(command -v java)" || return 0
  while [[ -L "$java" ]]; do
    local link
    link="$(readlink "$java")"
    [[ "$link" == /* ]] && java="$link" || java="$(dirname "$java")/$link"
  done
  dirname "$(dirname "$java")"
}

find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "$(on_path)" /usr/lib/jvm/* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/.sdkman/candidates/java/* \
    "${HOME:-}"/.jdks/* "${HOME:-}"/.m2/jdks/*; do
    if [[ -n "$home" ]] && is_jdk "$home"; then
      echo "$home"
      return
    fi
  done
  say "no JDK 25 or newer in JAVA_HOME, on the PATH, or where JDKs usually are."
  say "Install one (https://adoptium.net), or set JAVA_HOME to it."
  return 1
}

# Says which module Maven has come to.
progress() {
  local line
  while IFS= read -r line; do
    if [[ "$line" =~ ^\[INFO\]\ Building\ (Ambix\ .*) ]]; then
      say "building ${BASH_REMATCH[1]}"
    fi
  done
}

# Whether nothing has changed since the last build; arguments are tests of find that narrow it down.
is_built() {
  [[ -f "$stamp" ]] || return 1
  local newer
  newer="$(find "$root/pom.xml" "$root"/{schema,orm,processor,web,helidon,migrate,accounts}/{pom.xml,src/main} \
    -type f "$@" -newer "$stamp" -print 2>/dev/null | head -n 1)"
  [[ -z "$newer" ]]
}

build() {
  local log="$root/target/serve.log"
  command -v mvn >/dev/null || {
    say "no mvn on the PATH. Install Maven 3.8 or newer."
    return 1
  }
  say "building; the first time takes a few minutes, as Maven downloads what it needs"
  mkdir -p "$root/target"
  if ! (cd "$root" && JAVA_HOME="$1" mvn -B -ntp -pl accounts -am package -Dmaven.test.skip=true) \
    2>&1 | tee "$log" | progress; then
    grep -E '^\[(ERROR|WARNING)\]' "$log" | head -n 40 >&2 || tail -n 40 "$log" >&2
    say "the build has failed; all that it said is in target/serve.log"
    return 1
  fi
  touch "$stamp"
}
