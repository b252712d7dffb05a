package tributary.query.report;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The reports, one resource each.
@Configuration(proxyBeanMethods = false)
@Import({
    Reports.class,
    ContactFinder.class,
    ActTexts.class,
    AssetsResource.class,
    AttributionResource.class,
    ChangesResource.class,
    CompareResource.class,
    ContactsResource.class,
    CreditResource.class,
    DealsResource.class,
    InfluencesResource.class,
    JourneyResource.class,
    MarkovResource.class,
    MetricsResource.class,
    RoiResource.class,
    SeriesResource.class,
    WhyResource.class
})
public class ReportConfiguration implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedResolver());
    }
}
