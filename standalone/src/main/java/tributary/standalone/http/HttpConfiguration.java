package tributary.standalone.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;
import tributary.command.history.Recorder;
import tributary.query.cluster.Cluster;
import tributary.query.live.Meanwhile;
import tributary.store.EventDatabase;

/// What stands before and behind all resources.
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, BodyBound.class})
public class HttpConfiguration {
    private static final String METRICS_TOKEN = "tributary.metrics.token";

    @Bean
    ErrorBodies errorBodies(JsonMapper json, MeterRegistry meters) {
        return new ErrorBodies(json, UUID::randomUUID, meters);
    }

    @Bean
    Ending ending(ErrorBodies errors) {
        return new Ending(errors);
    }

    @Bean
    Watch watch(MeterRegistry meters) {
        return new Watch(meters, UUID.randomUUID().toString().substring(0, 8));
    }

    /// Requests that are still under way when their time is over are told what was recorded of them.
    @Bean
    EndOfIntake endOfIntake(Recorder recorder) {
        return new EndOfIntake(recorder);
    }

    @Bean
    Authentication authentication(
            EventDatabase database, AdminToken adminToken, ErrorBodies errors, Environment environment) {
        var metricsToken = Optional.ofNullable(environment.getProperty(METRICS_TOKEN))
                .filter(token -> !token.isBlank())
                .map(String::strip)
                .map(SecretToken::new);
        return new Authentication(database, adminToken, metricsToken, errors);
    }

    @Bean
    Messenger messenger(NodePass pass) {
        return new Messenger(pass);
    }

    @Bean
    Forwarding forwarding(
            Cluster cluster, Meanwhile meanwhile, NodePass pass, Messenger messenger, ErrorBodies errors) {
        return new Forwarding(cluster, meanwhile, pass, messenger, errors);
    }

    @Bean
    WebMvcConfigurer answersOfJsonOnly() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new JsonOnly());
            }
        };
    }

    /// Answers that Tomcat itself gives, such as to a malformed request line, are problems too.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatWithoutHtml() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof org.apache.catalina.core.StandardHost host)
                host.setErrorReportValveClass(ProblemValve.class.getName());
        });
    }
}
