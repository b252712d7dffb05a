# A node of Tributary with its data volume. One by itself: docs/operating.md, Docker. Several: docker-compose.yml.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /tributary
COPY . .
RUN mvn -q -B -pl standalone -am -DskipTests -Dspotless.check.skip=true package

FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 tributary \
 && useradd --uid 10001 --gid tributary --no-create-home --shell /usr/sbin/nologin tributary \
 && install -d -m 700 -o tributary -g tributary /data
COPY --from=build /tributary/standalone/src/main/launcher/jvm.options /opt/tributary/jvm.options
COPY --from=build /tributary/standalone/target/lib /opt/tributary/lib
COPY --from=build /tributary/standalone/target/tributary.jar /opt/tributary/tributary.jar
USER tributary
WORKDIR /data
ENV TRIBUTARY_HOST=0.0.0.0 TRIBUTARY_PORT=8080 TRIBUTARY_DATA=/data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
# More options for the JVM: words of TRIBUTARY_JAVA_OPTIONS, after those of the file, so that they win.
ENTRYPOINT ["sh", "-c", "exec java @/opt/tributary/jvm.options $TRIBUTARY_JAVA_OPTIONS -jar /opt/tributary/tributary.jar \"$@\"", "tributary"]
CMD ["serve"]
