# syntax=docker/dockerfile:1

# Builds the jar, and takes it apart by what changes how often: a new version of Tillsync is then one small layer.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/maven \
    MAVEN_USER_HOME=/maven ./mvnw -q -Dmaven.repo.local=/maven/repository -DskipTests -Dspotless.check.skip -Djacoco.skip package \
    && cp admin-console/target/admin-console-*.jar tillsync.jar \
    && java -Djarmode=tools -jar tillsync.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Tillsync" \
      org.opencontainers.image.description="Keeps the product and stock data of a fleet of points of sale fresh" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.base.name="docker.io/library/eclipse-temurin:25-jre"

RUN useradd --system --uid 10001 --home-dir /tillsync --create-home --shell /usr/sbin/nologin tillsync
WORKDIR /tillsync
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY --chmod=755 ops/docker/ready ops/docker/train ./
USER tillsync

# What a start loads and links is kept, so that the next one finds it done. The cache counts only for this very Java and these
# very files, so it is made here, and with the collector that the application then runs with.
RUN ./train

ENV SERVER_PORT=8080
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=1s CMD ["./ready"]

# Six tenths for the heap: the rest is for threads, buffers of sockets, classes and compiled code.
ENTRYPOINT ["java", "-XX:+UseG1GC", "-XX:AOTCache=tillsync.aot", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "tillsync.jar"]
