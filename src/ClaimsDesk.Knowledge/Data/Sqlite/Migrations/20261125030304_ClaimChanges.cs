using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimsDesk.Knowledge.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ClaimChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ClaimChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ClaimId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimChanges", x => x.Id);
                });

            migrationBuilder.Sql(SqliteChanges.CreateTriggers);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SqliteChanges.DropTriggers);

            migrationBuilder.DropTable(
                name: "ClaimChanges");
        }
    }
}
