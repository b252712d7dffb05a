package tributary.query.crm;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The CRM's resources.
@Configuration(proxyBeanMethods = false)
@Import({Contacts.class, ContactsResource.class})
public class CrmConfiguration {
    @Bean
    HubSpotErrors hubSpotErrors() {
        return new HubSpotErrors(UUID::randomUUID);
    }
}
