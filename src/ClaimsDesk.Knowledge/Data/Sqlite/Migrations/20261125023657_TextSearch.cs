using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimsDesk.Knowledge.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TextSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Context",
                table: "Claims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql(SqliteFullText.DropTriggers);
            migrationBuilder.Sql("DROP TABLE \"ClaimText\";");
            migrationBuilder.Sql(SqliteFullText.CreateTables);
            migrationBuilder.Sql(SqliteFullText.Fill);
            migrationBuilder.Sql(SqliteFullText.CreateTriggers);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SqliteFullText.DropTriggers);

            migrationBuilder.DropColumn(
                name: "Context",
                table: "Claims");
        }
    }
}
