# The server with its data volume. Build: docker build -t tributary .   Run: docker compose up
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
ENTRYPOINT ["java", "@/opt/tributary/jvm.options", "-jar", "/opt/tributary/tributary.jar"]
CMD ["serve"]
