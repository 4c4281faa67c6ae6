using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimsDesk.Knowledge.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ClaimEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NamedAtSpans",
                table: "Claims",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_Confidence_ArticleId_Position",
                table: "Claims",
                columns: new[] { "Confidence", "ArticleId", "Position" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Claims_Confidence_ArticleId_Position",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "NamedAtSpans",
                table: "Claims");
        }
    }
}
