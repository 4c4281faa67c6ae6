using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ClaimsDesk.Knowledge.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CopiesAndReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReadBy",
                table: "SourceFiles",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Review",
                table: "Claims",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "OriginId",
                table: "Articles",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ArticleBands",
                columns: table => new
                {
                    Band = table.Column<long>(type: "bigint", nullable: false),
                    ArticleId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleBands", x => new { x.Band, x.ArticleId });
                    table.ForeignKey(
                        name: "FK_ArticleBands_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ArticleRelations",
                columns: table => new
                {
                    ArticleId = table.Column<int>(type: "integer", nullable: false),
                    OtherId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Similarity = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleRelations", x => new { x.ArticleId, x.OtherId });
                    table.ForeignKey(
                        name: "FK_ArticleRelations_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ArticleRelations_Articles_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClaimProposals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ArticleId = table.Column<int>(type: "integer", nullable: false),
                    ClaimId = table.Column<int>(type: "integer", nullable: true),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ExtractorVersion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reading = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DecidedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimProposals_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ClaimProposals_Claims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "Claims",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ClaimProposals_People_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_OriginId",
                table: "Articles",
                column: "OriginId");

            migrationBuilder.CreateIndex(
                name: "IX_ArticleBands_ArticleId",
                table: "ArticleBands",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_ArticleRelations_OtherId",
                table: "ArticleRelations",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimProposals_ArticleId",
                table: "ClaimProposals",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimProposals_ClaimId",
                table: "ClaimProposals",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimProposals_DecidedBy",
                table: "ClaimProposals",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimProposals_State_Kind_ArticleId",
                table: "ClaimProposals",
                columns: new[] { "State", "Kind", "ArticleId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArticleBands");

            migrationBuilder.DropTable(
                name: "ArticleRelations");

            migrationBuilder.DropTable(
                name: "ClaimProposals");

            migrationBuilder.DropIndex(
                name: "IX_Articles_OriginId",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "ReadBy",
                table: "SourceFiles");

            migrationBuilder.DropColumn(
                name: "Review",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "OriginId",
                table: "Articles");
        }
    }
}
