package tributary.query;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tributary.query.crm.CrmConfiguration;
import tributary.query.live.LiveConfiguration;
import tributary.query.replay.ReplayConfiguration;
import tributary.query.report.ReportConfiguration;

/// The whole query side: figures kept live, reports, replays. Nothing is found by scanning.
@Configuration(proxyBeanMethods = false)
@Import({LiveConfiguration.class, ReplayConfiguration.class, ReportConfiguration.class, CrmConfiguration.class})
public class QuerySide {}
