# Sourced by mvnw and decklog: points JAVA_HOME at a JDK of at least version 25, or says what is missing and ends with status 1.
# Looked at in this order: JAVA_HOME, java on the PATH, the usual places of Linux distributions, SDKMAN, asdf, mise and macOS.
decklog_is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  decklog_version=$("$1/bin/javac" -version 2>&1) || return 1
  decklog_version=${decklog_version#javac }
  [ "${decklog_version%%[!0-9]*}" -ge 25 ] 2>/dev/null
}

decklog_find_jdk_25() {
  decklog_globbing=$-
  set +f
  decklog_java=$(command -v java 2>/dev/null) && decklog_java=$(readlink -f "$decklog_java" 2>/dev/null)
  # On a Mac /usr/bin/java is no JDK but a pointer to one.
  [ "$decklog_java" != /usr/bin/java ] || decklog_java=$(/usr/libexec/java_home -v 25+ 2>/dev/null)/bin/java
  for decklog_home in "${JAVA_HOME:-}" "${decklog_java%/bin/java}" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.asdf/installs/java/* \
    "${HOME:-}"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$decklog_home" ] && decklog_is_jdk_25 "$decklog_home"; then
      JAVA_HOME=$decklog_home
      export JAVA_HOME
      break
    fi
    decklog_home=
  done
  case $decklog_globbing in *f*) set -f ;; esac
  [ -n "$decklog_home" ]
}

decklog_find_jdk_25 || {
  echo "Decklog needs a JDK 25 or newer, and found none in JAVA_HOME, on the PATH or in the usual places." >&2
  echo "Install one (for example Eclipse Temurin 25, https://adoptium.net) and run this again, or set JAVA_HOME to it." >&2
  exit 1
}
