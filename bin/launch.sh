# Sourced by the commands beside it, in the project's folder: finds a JDK, and builds what is missing.

jar=gateway/target/gateway.jar

# The major version of the JDK in a folder, 0 when there is none that compiles.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || { echo 0; return; }
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  echo "${version:-0}"
}

find_jdk() {
  on_path=$(command -v javac 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  toolchains=$(sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' "$HOME/.m2/toolchains.xml" 2>/dev/null || true)
  for candidate in "${JAVA_HOME:-}" "$on_path" $toolchains /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
      "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && [ "$(jdk_version "$candidate")" -ge 21 ]; then
      echo "$candidate"
      return
    fi
  done
  echo "No JDK 21 or newer: looked at JAVA_HOME, the PATH, Maven's toolchains.xml and the usual folders." >&2
  echo "Install one (it may stand beside an older default) and start again." >&2
  exit 2
}

# Options that keep a newer JDK from warning, on each run, of what a library still uses.
quiet() {
  [ "$(jdk_version "$1")" -lt 23 ] || echo "--sun-misc-unsafe-memory-access=allow"
}

is_built() {
  [ -s "$jar" ] && [ -d test-fixtures/target/lib ] && [ -d test-fixtures/target/keycloak ] &&
    [ -z "$(find pom.xml ./*/pom.xml ./*/src consent-policies/policy -newermc "$jar" -type f \
      -not -path '*/src/test/*' -print 2>/dev/null | head -n 1)" ]
}

build() {
  command -v mvn >/dev/null 2>&1 || { echo "Maven is needed for the build: install it and start again." >&2; exit 2; }
  log=target/build.log
  mkdir -p target
  echo "Building (log: $log)"
  begin=$(date +%s)
  mvn -B -DskipTests package >"$log" 2>&1 &
  maven=$!
  trap 'kill "$maven" 2>/dev/null || true; exit 130' INT TERM
  told=""
  while kill -0 "$maven" 2>/dev/null; do
    sleep 1
    module=$(sed -n 's/.*Building \(.*\) 1.0-SNAPSHOT .*/\1/p' "$log" | tail -n 1)
    seconds=$(($(date +%s) - begin))
    if [ "$module" != "$told" ] || [ $((seconds % 10)) -eq 0 ]; then
      echo "  ${module:-Maven} ... $seconds s"
      told=$module
    fi
  done
  trap - INT TERM
  if ! wait "$maven"; then
    tail -n 40 "$log" >&2
    echo "The build failed; all of it is in $log." >&2
    exit 2
  fi
  # Maven leaves the jar alone when nothing of it changed; what was just built is new all the same.
  touch "$jar"
  echo "  built after $(($(date +%s) - begin)) s"
}
