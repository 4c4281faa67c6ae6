using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimsDesk.Knowledge.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class WithoutContext : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Claims_WithoutContext",
                table: "Claims",
                column: "ArticleId",
                filter: "\"Context\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_WithoutWords",
                table: "Articles",
                column: "Id",
                filter: "\"Words\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Claims_WithoutContext",
                table: "Claims");

            migrationBuilder.DropIndex(
                name: "IX_Articles_WithoutWords",
                table: "Articles");
        }
    }
}
