using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace ClaimsDesk.Knowledge.Data.Postgres.Migrations
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
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<NpgsqlTsVector>(
                name: "Words",
                table: "Articles",
                type: "tsvector",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Articles_Words",
                table: "Articles",
                column: "Words")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Articles_Words",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "Context",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Articles");
        }
    }
}
