package tributary.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Makes a value of the present row.
@FunctionalInterface
interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
}
