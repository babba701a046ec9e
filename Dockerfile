# rongtong in a container: docker build -t rongtong .
# CPUs without AVX2: --build-arg PRESET=release-v2. How to run it: docs/cluster.md
FROM debian:12 AS build
ARG PRESET=release
COPY . /src
WORKDIR /src
RUN containers/build.sh "$PRESET"

FROM debian:12-slim
COPY --from=build /opt/rongtong /opt/rongtong
COPY containers/runtime.sh /tmp/
RUN /tmp/runtime.sh && rm /tmp/runtime.sh
WORKDIR /work
ENTRYPOINT ["rongtong"]
