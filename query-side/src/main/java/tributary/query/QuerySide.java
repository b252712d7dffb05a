package tributary.query;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tributary.query.cluster.ClusterConfiguration;
import tributary.query.crm.CrmConfiguration;
import tributary.query.live.LiveConfiguration;
import tributary.query.mongo.MongoConfiguration;
import tributary.query.replay.ReplayConfiguration;
import tributary.query.report.ReportConfiguration;
import tributary.query.rules.RulesConfiguration;

/// The whole query side: figures kept live, reports, rule sets, replays. Nothing is found by scanning. It needs
/// someone who records [tributary.query.rules.RuleDecisions].
@Configuration(proxyBeanMethods = false)
@Import({
    ClusterConfiguration.class,
    LiveConfiguration.class,
    ReplayConfiguration.class,
    ReportConfiguration.class,
    RulesConfiguration.class,
    CrmConfiguration.class,
    MongoConfiguration.class
})
public class QuerySide {}
