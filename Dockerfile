# rongtong in a container: docker build -t rongtong .
# CPUs without AVX2: --build-arg PRESET=release-v2. How to run it: docs/cluster.md
FROM debian:12 AS build
ARG PRESET=release
COPY . /src
WORKDIR /src
RUN containers/build.sh "$PRESET"

FROM debian:12-slim
COPY --from=build /opt/rongtong.deb /opt/
COPY containers/runtime.sh /tmp/
RUN /tmp/runtime.sh && rm /tmp/runtime.sh && useradd --create-home --uid 1000 rongtong && install -d -o rongtong /work
# An ordinary user. Where /work is a folder of somebody else: docker run --user "$(id -u):$(id -g)" -v "$PWD:/work" ...
USER rongtong
WORKDIR /work
ENTRYPOINT ["rongtong"]
