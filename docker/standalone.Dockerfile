# Both sides in one process with a PostgreSQL of its own. Built from the jar of `./mvnw package`, see docs/containers.md.
ARG JRE_IMAGE=eclipse-temurin:25.0.4_7-jre-noble
ARG BUSYBOX_IMAGE=busybox:1.37.0-musl

FROM ${BUSYBOX_IMAGE} AS busybox

FROM ${JRE_IMAGE} AS layers
COPY standalone/target/standalone-app.jar /
RUN ["java", "-Djarmode=tools", "-jar", "/standalone-app.jar", "extract", "--layers", "--destination", "/layers"]

FROM ${JRE_IMAGE}
LABEL org.opencontainers.image.title="Decklog: standalone" \
      org.opencontainers.image.licenses="Apache-2.0"
# For the health check alone: BusyBox is the program it is called by.
COPY --from=busybox /bin/busybox /usr/local/bin/wget
RUN echo 'decklog:x:10001:10001::/data:/sbin/nologin' >>/etc/passwd && echo 'decklog:x:10001:' >>/etc/group && \
    install -d -m 700 -o 10001 -g 10001 /data
WORKDIR /decklog
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER 10001:10001
ENV DECKLOG_DATA=/data
VOLUME /data
# Who restarts what is not healthy should do it for liveness only.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD wget -q -O /dev/null "http://127.0.0.1:${DECKLOG_PORT:-8080}/actuator/health/liveness"
# More options for the virtual machine go into JDK_JAVA_OPTIONS; -Xmx there overrules the percentage here, which leaves room
# for PostgreSQL.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=40", "-XX:MaxHeapFreeRatio=40", "-XX:+ExitOnOutOfMemoryError", \
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
            "-Daxoniq.update-checker.disabled=true", "-jar", "standalone-app.jar"]
