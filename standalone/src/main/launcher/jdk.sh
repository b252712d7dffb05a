# Finds a JDK 25 or later; sourced by ../../../../tributary and ../../../../verify.

# Prints the major version of the JDK in the folder $1, or nothing when there is none.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  printf '%s' "$version"
}

# Prints every folder that may be a JDK, the ones a user chose first.
jdk_candidates() {
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  local java
  if java=$(command -v java); then dirname "$(dirname "$(readlink -f "$java")")"; fi
  [ -f "$HOME/.m2/toolchains.xml" ] && sed -n 's/.*<jdkHome>\(.*\)<\/jdkHome>.*/\1/p' "$HOME/.m2/toolchains.xml"
  printf '%s\n' /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* /usr/local/openjdk* /Library/Java/JavaVirtualMachines/*/Contents/Home
}

# Prints the first JDK 25 or later; fails when there is none.
find_jdk() {
  local candidate version
  while IFS= read -r candidate; do
    version=$(jdk_version "$candidate")
    if [ -n "$version" ] && [ "$version" -ge 25 ]; then
      printf '%s' "$candidate"
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}
